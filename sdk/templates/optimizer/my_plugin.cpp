#include <ATen/core/grad_mode.h>

#include "facet/optimizer.h"
#include "facet/plugin.h"

namespace {

/// Moves every parameter by the learning rate, down its gradient. In a config:
///
///     [training]
///     optimizer = { name = "SignDescent", lr = 1e-3 }
class SignDescent : public facet::Optimizer {
 public:
  struct Options {
    double lr = 1e-3;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("lr", &Options::lr, "learning rate").above(0);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "p -= lr sign(g)",
      .source = "Bernstein et al., signSGD: compressed optimisation (2018)"};

  SignDescent(const Options& options, const Arguments& arguments)
      : lr_(options.lr), parameters_(arguments.parameters) {}

  void step(const std::function<at::Tensor()>& evaluate) override {
    evaluate();
    const at::NoGradGuard no_grad;
    for (at::Tensor& parameter : parameters_)
      if (parameter.grad().defined()) parameter.sub_(parameter.grad().sign() * lr_ * factor_);
  }
  void scale_learning_rate(double factor) override { factor_ = factor; }

 private:
  double lr_, factor_ = 1;
  std::vector<at::Tensor> parameters_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<SignDescent>("SignDescent", "steps of one length down the gradient");
}
