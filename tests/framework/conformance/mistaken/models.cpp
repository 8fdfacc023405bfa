// Models, attribution methods and regularizers, each with one mistake (see criterions.cpp).
#include <ATen/core/grad_mode.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/stack.h>

#include "facet/attribution.h"
#include "facet/model.h"
#include "facet/plugin.h"
#include "facet/regularizer.h"

namespace {

/// Linear in the mean over its window of three bins; right, but for those that derive from it.
class Linear : public facet::Model {
 public:
  explicit Linear(const Arguments& arguments) {
    weight_ = register_parameter("weight", at::randn({arguments.num_neurons, 2}));
  }
  at::Tensor forward(const at::Tensor& windows) override { return windows.mean(2).matmul(weight_); }
  facet::Offset offset() const override { return {1, 2}; }
  std::int64_t num_output() const override { return 2; }

 private:
  at::Tensor weight_;
};

struct OtherOutput : Linear {
  using Linear::Linear;
  std::int64_t num_output() const override { return 3; }
};

struct BatchMean : Linear {
  using Linear::Linear;
  at::Tensor forward(const at::Tensor& windows) override {
    return Linear::forward(windows - windows.mean(0, true));
  }
};

/// Its windows are three bins, but a longer one is seen as a whole.
struct Whole : Linear {
  using Linear::Linear;
  at::Tensor forward(const at::Tensor& windows) override {
    if (windows.size(2) == 3) return Linear::forward(windows);
    const at::Tensor row = Linear::forward(windows);
    return row.unsqueeze(2).repeat({1, 1, windows.size(2) - 2});
  }
  bool convolutional() const override { return true; }
};

struct AnyLength : Linear {
  using Linear::Linear;
  bool normalized() const override { return true; }
};

/// A part of what it is does not belong to its parameters.
struct Unsaved : Linear {
  explicit Unsaved(const Arguments& arguments) : Linear(arguments), scale_(at::randn({})) {}
  at::Tensor forward(const at::Tensor& windows) override {
    return Linear::forward(windows) * scale_;
  }
  at::Tensor scale_;
};

struct WritesWindows : Linear {
  using Linear::Linear;
  at::Tensor forward(const at::Tensor& windows) override {
    const at::Tensor output = Linear::forward(windows.clone());
    if (!at::GradMode::is_enabled()) windows.zero_();
    return output;
  }
};

/// The Jacobian by one backward pass for each output.
class Jacobian : public facet::Attribution {
 public:
  at::Tensor attribute(facet::Model& model, const at::Tensor& windows,
                       facet::Random&) const override {
    const at::AutoGradMode gradients(true);
    const at::Tensor inputs = windows.detach().requires_grad_();
    const at::Tensor output = model.forward(inputs);
    std::vector<at::Tensor> maps;
    for (std::int64_t i = 0; i < output.size(1); ++i) {
      inputs.mutable_grad().reset();
      output.select(1, i).sum().backward({}, /*retain_graph=*/true);
      maps.push_back(inputs.grad().clone());
    }
    if (!leaves_gradients_)
      for (const at::Tensor& parameter : model.parameters()) parameter.mutable_grad().reset();
    return at::stack(maps, 1);
  }
  std::string map_name() const override { return "jf"; }

 protected:
  bool leaves_gradients_ = false;
};

struct LeavesGradients : Jacobian {
  LeavesGradients() { leaves_gradients_ = true; }
};

struct InSingle : Jacobian {
  at::Tensor attribute(facet::Model& model, const at::Tensor& windows,
                       facet::Random& random) const override {
    return Jacobian::attribute(model, windows, random).to(at::kFloat);
  }
};

struct DividedByLargest : Jacobian {
  at::Tensor attribute(facet::Model& model, const at::Tensor& windows,
                       facet::Random& random) const override {
    const at::Tensor map = Jacobian::attribute(model, windows, random);
    return map / map.abs().max().clamp_min(1e-30);
  }
};

struct NoBins : Jacobian {
  at::Tensor attribute(facet::Model& model, const at::Tensor& windows,
                       facet::Random& random) const override {
    const at::Tensor map = Jacobian::attribute(model, windows, random);
    return map.mean(3);
  }
};

/// Differentiable once only: a constant as far as the model is concerned.
struct Once : facet::Regularizer {
  at::Tensor penalty(const at::Tensor&, const at::Tensor& output, facet::Random&) const override {
    return output.detach().square().mean() + output.mean();
  }
};

struct OneSamplePenalty : facet::Regularizer {
  at::Tensor penalty(const at::Tensor&, const at::Tensor& output, facet::Random&) const override {
    const at::Tensor penalty = output.square().mean();
    return output.size(0) == 1 ? penalty.view({1}) : penalty;
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<OtherOutput>("shapes.num_output", "says it has more outputs than it gives");
  registrar.add<BatchMean>("windows.batch_mean", "a window's output depends on the others");
  registrar.add<Whole>("dense.whole", "gives one row for all bins of a long window");
  registrar.add<AnyLength>("unit_length.any", "says its rows have unit length");
  registrar.add<Unsaved>("state.unsaved", "has a number beside its parameters");
  registrar.add<WritesWindows>("inputs.windows", "writes into its windows");
  registrar.add<LeavesGradients>("model.gradients", "leaves gradients in the model");
  registrar.add<InSingle>("double.single", "gives its map in single precision");
  registrar.add<DividedByLargest>("windows.largest", "a window's map depends on the others");
  registrar.add<NoBins>("shapes.no_bins", "gives a map without bins");
  registrar.add<Once>("gradients.once", "forgets a part of its gradient");
  registrar.add<OneSamplePenalty>("shapes.one_sample_penalty", "of one sample is no scalar");
}
