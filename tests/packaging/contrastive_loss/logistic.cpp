#include <ATen/TensorOperators.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softplus.h>

#include "facet/criterion.h"
#include "facet/plugin.h"

/// mean_i softplus(-r_i . p_i / t) + mean_ij softplus(r_i . n_j / t)   (Mikolov et al. 2013)
class LogisticLoss : public facet::ContrastiveCriterion {
 public:
  struct Options {
    double temperature = 1.0;
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("temperature", &Options::temperature, "divides the products").above(0);
    }
  };
  explicit LogisticLoss(const Options& options) : temperature_(options.temperature) {}

  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const at::Tensor near = (reference * positive).sum(1) / temperature_;
    const at::Tensor far = at::matmul(reference, negative.t()) / temperature_;
    const at::Tensor alignment = at::softplus(-near).mean();
    const at::Tensor uniformity = at::softplus(far).mean();
    return {alignment + uniformity, alignment, uniformity};
  }

 private:
  double temperature_;
};

FACET_PLUGIN(registrar) {
  registrar.add<LogisticLoss>("LogisticLoss", "negatives told apart by logistic regression");
}
