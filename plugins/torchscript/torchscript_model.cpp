#include <ATen/Context.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/randn.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "facet/model.h"
#include "facet/plugin.h"
#include "facet/stochastic.h"
#include "facet/text.h"

namespace facet {

namespace {

namespace jit = torch::jit;

/// The line that says what went wrong: libtorch puts a traceback before it or behind it.
std::string reason(const std::exception& error) {
  const auto* with_backtrace = dynamic_cast<const c10::Error*>(&error);
  std::string text = with_backtrace ? with_backtrace->what_without_backtrace() : error.what();
  text.erase(text.find_last_not_of(" \n") + 1);
  const std::string traceback = "Traceback of TorchScript";
  return text.find(traceback) == std::string::npos ? text.substr(0, text.find('\n'))
                                                   : text.substr(text.rfind('\n') + 1);
}

jit::Module read_script(const std::string& path) {
  if (!std::filesystem::exists(path)) throw Error(path + ": there is no such file");
  try {
    return jit::load(path, c10::Device(c10::kCPU));
  } catch (const std::exception& error) {
    throw Error(path + ": is not a TorchScript file that can be read: " + reason(error));
  }
}

/// Registers the parameters and buffers of `script` with `module` under the names that they have
/// there: the same tensors, each once.
void adopt(const jit::Module& script, torch::nn::Module& module, std::set<at::TensorImpl*>& seen) {
  const auto is_new = [&](const at::Tensor& tensor) {
    return seen.insert(tensor.unsafeGetTensorImpl()).second;
  };
  for (const auto& own : script.named_parameters(false))
    if (is_new(own.value))
      module.register_parameter(own.name, own.value, own.value.requires_grad());
  for (const auto& own : script.named_buffers(false))
    if (is_new(own.value)) module.register_buffer(own.name, own.value);
  for (const auto& child : script.named_children())
    adopt(child.value, *module.register_module(child.name, std::make_shared<torch::nn::Module>()),
          seen);
}

/// What is random in TorchScript draws from libtorch's global generator. While it lives, that of
/// the CPU goes on from `state`, which is kept; afterwards it is where it was.
class DrawingApart {
 public:
  explicit DrawingApart(at::Tensor& state) : state_(state), before_(generator().get_state()) {
    if (state.defined()) generator().set_state(state);
  }
  ~DrawingApart() {
    state_ = generator().get_state();
    generator().set_state(before_);
  }
  DrawingApart(const DrawingApart&) = delete;
  DrawingApart& operator=(const DrawingApart&) = delete;

 private:
  static at::Generator generator() { return at::globalContext().defaultGenerator(at::kCPU); }

  at::Tensor& state_;
  at::Tensor before_;
};

class TorchScriptModel : public Model, public Stochastic {
 public:
  struct Options {
    std::filesystem::path path;
    std::int64_t left = 0;
    std::int64_t right = 1;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation{
      .formula = "what the file says",
      .shapes =
          "B x N x (left + right) to B x O; O is found by encoding two windows. Its parameters are "
          "trained where they require a gradient, and saved with the run",
      .source = "torch.jit.script(encoder).save(path), or torch.jit.trace"};

  TorchScriptModel(const Options& options, const Arguments& arguments);

  at::Tensor forward(const at::Tensor& windows) override { return encode(windows).toTensor(); }
  Offset offset() const override { return offset_; }
  std::int64_t num_output() const override { return num_output_; }
  bool normalized() const override { return normalized_; }

  void train(bool on = true) override;
  void draw_from(const Random& random) override {
    const DrawingApart apart(drawn_);
    at::manual_seed(Random(random)());
  }

 private:
  c10::IValue encode(const at::Tensor& windows);
  at::Tensor dry_run(const std::string& path, const at::Tensor& windows);

  jit::Module script_;
  Offset offset_;
  std::int64_t num_output_ = 0;
  bool normalized_ = false;
  at::Tensor drawn_;  // how far the global generator is, for this model alone
};

void TorchScriptModel::Options::describe(OptionsDescription<Options>& options) {
  options.add("path", &Options::path, "the file; relative to the config file").required();
  options.add("left", &Options::left, "bins of the window before the one it is for")
      .at_least(0)
      .at_most(1e6);
  options.add("right", &Options::right, "bins of the window from that one on")
      .at_least(1)
      .at_most(1e6);
}

TorchScriptModel::TorchScriptModel(const Options& options, const Arguments& arguments)
    : script_(read_script(options.path.string())), offset_{options.left, options.right} {
  std::set<at::TensorImpl*> seen;
  adopt(script_, *this, seen);
  const auto trained = parameters();
  if (std::none_of(trained.begin(), trained.end(),
                   [](const at::Tensor& parameter) { return parameter.requires_grad(); }))
    throw Error(options.path.string() +
                ": has no parameters that require a gradient, so nothing to train (a frozen "
                "script has none)");

  const at::Tensor windows =
      at::randn({2, arguments.num_neurons, offset_.size()}, Random(0).generator());
  const at::Tensor output = dry_run(options.path.string(), windows);
  num_output_ = output.size(1);
  normalized_ = (at::linalg_vector_norm(output, 2, {1}) - 1).abs().max().item<double>() < 1e-5;
}

void TorchScriptModel::train(bool on) {
  Model::train(on);
  script_.train(on);
}

c10::IValue TorchScriptModel::encode(const at::Tensor& windows) {
  // Optimized after some runs, it would round otherwise than in a run that was resumed.
  const jit::GraphOptimizerEnabledGuard as_written(false);
  const DrawingApart apart(drawn_);
  return script_.forward({windows});
}

at::Tensor TorchScriptModel::dry_run(const std::string& path, const at::Tensor& windows) {
  const at::NoGradGuard no_gradient;
  const std::string given = shape_text(windows.sizes()) + " (windows x neurons x bins)";
  eval();
  c10::IValue output;
  try {
    output = encode(windows);
  } catch (const std::exception& error) {
    throw Error(path + ": cannot encode " + given + ": " + reason(error));
  }
  train();
  const auto refuse = [&](const std::string& got) {
    throw Error(path + ": must give windows x outputs, but makes " + got + " of " + given);
  };
  if (!output.isTensor()) refuse("a " + output.tagKind());
  const at::Tensor embedding = output.toTensor();
  if (embedding.dim() != 2 || embedding.size(0) != windows.size(0))
    refuse(shape_text(embedding.sizes()));
  return embedding;
}

}  // namespace

}  // namespace facet

FACET_PLUGIN(registrar) {
  registrar.add<facet::TorchScriptModel>("torchscript", "an encoder from a TorchScript file");
}
