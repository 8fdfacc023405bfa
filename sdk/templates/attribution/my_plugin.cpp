#include <ATen/core/grad_mode.h>
#include <ATen/ops/stack.h>
#include <torch/csrc/autograd/autograd.h>

#include "facet/attribution.h"
#include "facet/plugin.h"

namespace {

/// How much every signal adds to each output, as far as the encoder is linear. On the command line:
///
///     facet attribute RUN --method SignalTimesGradient
class SignalTimesGradient : public facet::Attribution {
 public:
  static inline const facet::Documentation documentation = {
      .formula = "x d output_k / d x",
      .shapes = "windows: B x N x T -> B x outputs x N x T",
      .source = "Shrikumar et al., Not just a black box (2016)"};

  at::Tensor attribute(facet::Model& model, const at::Tensor& windows,
                       facet::Random&) const override {
    const at::AutoGradMode with_gradients(true);
    const at::Tensor x = windows.detach().requires_grad_();
    const at::Tensor output = model.forward(x);
    std::vector<at::Tensor> maps;
    for (std::int64_t k = 0; k < output.size(1); ++k)
      maps.push_back(windows *
                     torch::autograd::grad({output.select(1, k).sum()}, {x}, {}, true)[0]);
    return at::stack(maps, 1).detach();
  }
  std::string map_name() const override { return "signal-gradient"; }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<SignalTimesGradient>("SignalTimesGradient", "signals times their gradient");
}
