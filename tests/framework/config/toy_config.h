#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "facet/learning_rate.h"
#include "facet/regularizer.h"
#include "framework/config/config_file.h"
#include "framework/registry/registry.h"
#include "framework/toy_components.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet::toy {

/// A distribution with a label.
class Near : public Shift {
 public:
  struct Options : Shift::Options {
    LabelChoice label;
    static void describe(OptionsDescription<Options>& options) {
      options.add("label", &Options::label, "what is near").required();
    }
  };
  Near(const Options& options, const SamplingSpace& space) : Shift(options, space) {}
};

class Half : public LearningRate {
 public:
  double factor(std::int64_t) const override { return 0.5; }
};

class Zero : public Regularizer {
 public:
  at::Tensor penalty(const at::Tensor&, const at::Tensor& output, Random&) const override {
    return output.sum() * 0;
  }
};

/// The toy components, and the defaults of their kinds.
inline Registry config_registry() {
  Registry registry;
  registry.add("toy", [](Registrar& registrar) {
    register_components(registrar);
    registrar.add<Near>("Near", "a distribution with a label");
    registrar.add<Half>("Half", "half the learning rate");
    registrar.add<Zero>("Zero", "no penalty");
    registrar.add_default<SumModel>("DefaultSum", "the model by default");
    registrar.add_default<Uniform>("DefaultUniform", "the prior by default");
    registrar.add_default<Descent>("DefaultDescent", "the optimizer by default");
    registrar.add_default<Rising>("DefaultRising", "the scheduler by default");
  });
  return registry;
}

/// A config that is right, if short.
inline const std::string short_config = R"([data]
file = "recording.npz"

[model]
name = "Sum"
num_output = 4

[[objective]]
slice = [0, 2]
loss = "Spread"
distribution = { name = "Shift", shift = 3 }

[[objective]]
slice = [2, 4]
loss = "Squares"
target = "position"
)";

/// A config file `run.toml` in a folder of its own, beside an empty recording.npz.
class ConfigFile {
 public:
  explicit ConfigFile(const std::string& text) {
    std::ofstream(path()) << text;
    std::ofstream(folder_.path() + "/recording.npz");
  }

  std::string folder() const { return folder_.path(); }
  std::string path() const { return folder() + "/run.toml"; }

  RunConfig read(const std::vector<std::string>& overrides = {}) const {
    return read_run_config(path(), overrides, registry_);
  }
  /// What is wrong with it, with `run.toml` for the file's path; empty when nothing is.
  std::string mistakes(const std::vector<std::string>& overrides = {}) const {
    std::string message = message_of([&] { read(overrides); });
    for (std::size_t at = 0; (at = message.find(folder() + "/", at)) != std::string::npos;)
      message.erase(at, folder().size() + 1);
    return message;
  }
  const Registry& registry() const { return registry_; }

 private:
  TemporaryFolder folder_;
  Registry registry_ = config_registry();
};

/// `text` with `from`, which occurs in it, replaced by `to`.
inline std::string changed(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

/// The mistakes in short_config after that change.
inline std::string mistakes_with(const std::string& from, const std::string& to) {
  return ConfigFile(changed(short_config, from, to)).mistakes();
}

}  // namespace facet::toy
