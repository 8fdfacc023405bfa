#include "script_model.h"

#include <ATen/Context.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/randn.h>

#include <algorithm>
#include <set>
#include <utility>

#include "facet/text.h"

namespace facet {

namespace {

namespace jit = torch::jit;

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

}  // namespace

ScriptModel::ScriptModel(Script script, Offset offset, const Arguments& arguments)
    : script_(std::move(script)), offset_(offset) {
  std::set<at::TensorImpl*> seen;
  adopt(script_.module(), *this, seen);
  const auto trained = parameters();
  if (std::none_of(trained.begin(), trained.end(),
                   [](const at::Tensor& parameter) { return parameter.requires_grad(); }))
    throw Error(script_.file() +
                ": has no parameters that require a gradient, so nothing to train (a frozen "
                "script has none)");

  const at::Tensor windows =
      at::randn({2, arguments.num_neurons, offset_.size()}, Random(0).generator());
  const at::Tensor output = dry_run(windows);
  num_output_ = output.size(1);
  normalized_ = (at::linalg_vector_norm(output, 2, {1}) - 1).abs().max().item<double>() < 1e-5;
}

at::Tensor ScriptModel::forward(const at::Tensor& windows) {
  c10::IValue output;
  try {
    output = encode(windows);
  } catch (const std::exception& error) {
    throw Error(script_.file() + ": " + reason(error));
  }
  if (!output.isTensor())
    throw Error(script_.file() + ": must give a tensor, but makes a " + output.tagKind());
  return output.toTensor();
}

void ScriptModel::train(bool on) {
  Model::train(on);
  script_.train(on);
}

void ScriptModel::draw_from(const Random& random) {
  const DrawingApart apart(drawn_);
  at::manual_seed(Random(random)());
}

c10::IValue ScriptModel::encode(const at::Tensor& windows) {
  const DrawingApart apart(drawn_);
  return script_({windows});
}

at::Tensor ScriptModel::dry_run(const at::Tensor& windows) {
  const at::NoGradGuard no_gradient;
  const std::string given = shape_text(windows.sizes()) + " (windows x neurons x bins)";
  eval();
  c10::IValue output;
  try {
    output = encode(windows);
  } catch (const std::exception& error) {
    throw Error(script_.file() + ": cannot encode " + given + ": " + reason(error));
  }
  train();
  const auto refuse = [&](const std::string& got) {
    throw Error(script_.file() + ": must give windows x outputs, but makes " + got + " of " +
                given);
  };
  if (!output.isTensor()) refuse("a " + output.tagKind());
  const at::Tensor embedding = output.toTensor();
  if (embedding.dim() != 2 || embedding.size(0) != windows.size(0))
    refuse(shape_text(embedding.sizes()));
  return embedding;
}

}  // namespace facet
