#include "framework/training/sharpness_aware.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include "framework/training/gradients.h"

namespace facet {

namespace {

/// Gives the parameters their values back when it goes, also where a component failed.
class AsBefore {
 public:
  explicit AsBefore(const std::vector<at::Tensor>& parameters) : parameters_(parameters) {
    for (const at::Tensor& parameter : parameters_) values_.push_back(parameter.detach().clone());
  }
  ~AsBefore() {
    const at::NoGradGuard no_grad;
    for (std::size_t i = 0; i < parameters_.size(); ++i) parameters_[i].copy_(values_[i]);
  }
  AsBefore(const AsBefore&) = delete;
  AsBefore& operator=(const AsBefore&) = delete;

 private:
  const std::vector<at::Tensor>& parameters_;
  std::vector<at::Tensor> values_;
};

}  // namespace

void sharpen_gradients(const std::vector<at::Tensor>& parameters,
                       const std::function<void()>& compute_gradients, double rho) {
  const AsBefore parameters_after_it(parameters);
  {
    const at::NoGradGuard no_grad;
    const at::Tensor norm = gradient_norm(parameters);
    const at::Tensor distance = at::where(norm.gt(0), rho / norm, at::zeros_like(norm));
    for (const at::Tensor& parameter : parameters) {
      const at::Tensor& gradient = parameter.grad();
      if (gradient.defined()) parameter.addcmul_(gradient, distance.to(gradient.scalar_type()));
    }
  }
  compute_gradients();
}

}  // namespace facet
