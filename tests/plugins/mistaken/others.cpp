// Observers, schedulers, learning rates, masks, regularizers, optimizers and readers.
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "facet/learning_rate.h"
#include "facet/mask.h"
#include "facet/observer.h"
#include "facet/optimizer.h"
#include "facet/plugin.h"
#include "facet/reader.h"
#include "facet/regularizer.h"
#include "facet/scheduler.h"
#include "mistake.h"

namespace {

const double nan = std::numeric_limits<double>::quiet_NaN();

class Watch : public facet::Observer {
 public:
  struct Options : Mistake {
    std::string in = "step";
    std::string log = "";
    static void describe(facet::OptionsDescription<Options>& options) {
      Mistake::describe(options);
      options.add("in", &Options::in, "begin, step, validation, checkpoint or end");
      options.add("log", &Options::log, "a file that what was told is appended to");
    }
  };
  explicit Watch(const Options& options) : options_(options), mistakes_(options) {
    tell("made", "");
  }
  void on_begin(const facet::TrainingStart& start) override {
    tell("begin", start.folder + " " + std::to_string(start.steps_done) + " " +
                      std::to_string(start.num_steps));
  }
  facet::Training on_step(const facet::Report& report) override {
    if (options_.does == "write") report.quantities.at(0).value.fill_(99);
    return tell("step", std::to_string(report.step));
  }
  facet::Training on_validation(const facet::Report& report) override {
    return tell("validation", std::to_string(report.step));
  }
  facet::Training on_checkpoint(std::int64_t step) override {
    return tell("checkpoint", std::to_string(step));
  }
  void on_end() override { tell("end", ""); }

 private:
  facet::Training tell(const std::string& what, const std::string& more) {
    if (!options_.log.empty())
      std::ofstream(options_.log, std::ios::app) << what << " " << more << "\n";
    if (what == options_.in) mistakes_.now();
    return facet::Training::goes_on;
  }

  Options options_;
  Mistakes mistakes_;
};

class Weights : public facet::Scheduler {
 public:
  using Options = Mistake;
  Weights(const Options& options, const Arguments& arguments)
      : does_(options.does), number_(arguments.num_objectives) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override {
    make(does_);
    std::vector<double> weights(static_cast<std::size_t>(number_), 1.0);
    if (does_ == "nan") weights[0] = nan;
    if (does_ == "one_more") weights.push_back(1);
    return weights;
  }

 private:
  std::string does_;
  std::int64_t number_;
};

class Rate : public facet::LearningRate {
 public:
  using Options = Mistake;
  explicit Rate(const Options& options) : does_(options.does) {}
  double factor(std::int64_t) const override {
    make(does_);
    if (does_ == "nan") return nan;
    if (does_ == "negative") return -1;
    if (does_ == "huge") return 1e40;
    return 1;
  }

 private:
  std::string does_;
};

class Cover : public facet::Mask {
 public:
  using Options = Mistake;
  explicit Cover(const Options& options) : does_(options.does) {}
  at::Tensor keep(const facet::WindowShape&, facet::Random&) const override {
    make(does_);
    if (does_ == "nothing_returned") return {};
    if (does_ == "double") return at::ones({1}, at::kDouble);
    if (does_ == "other_shape") return at::ones({3, 3, 3});
    if (does_ == "nan") return at::full({1, 1, 1}, nan);
    if (does_ == "four_dimensions") return at::ones({2, 1, 1, 1});
    return at::ones({1, 1, 1});
  }

 private:
  std::string does_;
};

class Fine : public facet::Regularizer {
 public:
  using Options = Mistake;
  explicit Fine(const Options& options) : does_(options.does) {}
  at::Tensor penalty(const at::Tensor&, const at::Tensor& output, facet::Random&) const override {
    make(does_);
    if (does_ == "rows") return output.square().sum(1);
    if (does_ == "detached") return output.detach().square().mean();
    if (does_ == "nan") return output.square().mean() * nan;
    return output.square().mean();
  }

 private:
  std::string does_;
};

/// Gradient descent.
class Descent : public facet::Optimizer {
 public:
  using Options = Mistake;
  Descent(const Options& options, const Arguments& arguments)
      : does_(options.does), mistakes_(options), parameters_(arguments.parameters) {}
  std::vector<facet::NamedTensor> state() const override {
    if (does_ == "state_int") throw 42;
    return {};
  }
  void step(const std::function<at::Tensor()>& evaluate) override {
    if (does_ != "late_error") mistakes_.begin_call();
    if (does_ == "never") return;
    evaluate();
    const at::NoGradGuard no_grad;
    for (const at::Tensor& parameter : parameters_) {
      if (parameter.grad().defined()) parameter.sub_(1e-3 * parameter.grad());
      if (mistakes_.now("nan")) parameter.fill_(nan);
    }
    if (does_ == "late_error" && mistakes_.now()) throw std::runtime_error("in the midst of it");
  }

 private:
  std::string does_;
  Mistakes mistakes_;
  std::vector<at::Tensor> parameters_;
};

/// Gives what the small run's recording has, whatever the file is.
class Slips : public facet::Reader {
 public:
  struct Options : Mistake {
    std::string in = "list";
    static void describe(facet::OptionsDescription<Options>& options) {
      Mistake::describe(options);
      options.add("in", &Options::in, "list or read");
    }
  };
  explicit Slips(const Options& options) : options_(options) {}
  facet::FileArrays list(const std::string&) const override {
    if (options_.in == "list") make(options_.does);
    const auto array = [&](const char* name, std::int64_t columns) {
      const auto read = [options = options_, columns] {
        if (options.in == "read") make(options.does);
        return at::rand({400, columns});
      };
      return facet::FileArray(name, {400, columns}, at::kFloat, read);
    };
    return {array("neural", 6), array("position", 2)};
  }

 private:
  Options options_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Slips>("slips", "a reader that goes wrong");
  registrar.add<Watch>("watch", "an observer that goes wrong, or writes down what it is told");
  registrar.add<Weights>("weights", "weights that go wrong");
  registrar.add<Rate>("rate", "a learning rate that goes wrong");
  registrar.add<Cover>("Cover", "a mask that goes wrong");
  registrar.add<Fine>("Fine", "a penalty that goes wrong");
  registrar.add<Descent>("Descent", "an optimizer that goes wrong");
}
