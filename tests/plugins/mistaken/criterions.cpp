#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <unistd.h>

#include <cfenv>
#include <cstdlib>
#include <limits>
#include <thread>

#include "facet/criterion.h"
#include "facet/plugin.h"
#include "mistake.h"

namespace {

class Loss : public facet::ContrastiveCriterion {
 public:
  using Options = Mistake;
  explicit Loss(const Options& options) : does_(options.does), mistakes_(options, 0) {
    if (does_ == "constructor_int") throw 42;
    if (does_ == "exit_handler") std::atexit([] { ::_exit(0); });
    if (does_ == "kept_thread") static std::thread never_joined([] { ::pause(); });
  }
  ~Loss() override {
    if (does_ == "destructor_exit") std::exit(0);
  }

  facet::ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                                 const at::Tensor& negative) override {
    const bool trains = at::GradMode::is_enabled();
    trained_ |= trains;
    if (trains) mistakes_.begin_call();
    const auto now = [&](const char* mistake) { return trains && mistakes_.now(mistake); };
    if (now("grad_mode")) at::GradMode::set_enabled(false);
    if (now("torch_error")) at::ones({2, 3}).matmul(at::ones({2, 3}));
    if (now("in_place")) at::Tensor(reference.detach()).mul_(0.5);
    const at::Tensor apart = (reference - positive).square().sum(1);
    const at::Tensor alignment = apart.mean();
    const at::Tensor uniformity = at::matmul(reference, negative.t()).square().mean();
    const at::Tensor total = alignment + 0.1 * uniformity;
    if (!trains && trained_ && does_ == "nan_held_out")
      return {total * std::numeric_limits<double>::quiet_NaN(), alignment, uniformity};
    if (now("nothing_returned")) return {};
    if (now("no_uniformity")) return {total, alignment, {}};
    if (now("rows")) return {apart, alignment, uniformity};
    if (now("one_row")) return {total.view({1}), alignment, uniformity};
    if (now("detached")) return {total.detach(), alignment, uniformity};
    if (now("leaf")) return {total.detach().requires_grad_(), alignment, uniformity};
    if (now("rounding")) std::fesetround(FE_UPWARD);
    if (now("constant")) return {at::ones({}), alignment, uniformity};
    if (now("double")) return {total.to(at::kDouble), alignment, uniformity};
    if (now("nan"))
      return {total * std::numeric_limits<double>::quiet_NaN(), alignment, uniformity};
    if (now("inf")) return {total * std::numeric_limits<double>::infinity(), alignment, uniformity};
    if (now("root_at_zero"))
      return {total + ((reference - reference.detach()).square().sum(1)).sqrt().mean(), alignment,
              uniformity};
    return {total, alignment, uniformity};
  }

  std::vector<facet::NamedTensor> state() const override {
    if (does_ == "fresh_state") return {{"scale", at::ones({}).requires_grad_()}};
    if (does_ == "second_state") return {{"scale", trained_ ? other_scale_ : scale_}};
    if (does_ == "state_twice") return {{"scale", scale_}, {"scale", scale_}};
    return {};
  }
  std::vector<facet::Quantity> quantities() const override {
    if (does_ == "comma_in_quantity") return {{"a,b", 1.0}};
    if (does_ == "quantity_of_the_engine") return {{"loss", 1.0}};
    if (does_ == "quantity_twice") return {{"scale", 1.0}, {"scale", 2.0}};
    if (does_ == "three_bounds") return {{"scale", at::ones({}), at::ones({3})}};
    return {};
  }

 private:
  std::string does_;
  Mistakes mistakes_;
  bool trained_ = false;  // not yet: what is looked at before the first step
  at::Tensor scale_ = at::ones({}).requires_grad_();
  at::Tensor other_scale_ = at::ones({}).requires_grad_();
};

class Squares : public facet::SupervisedCriterion {
 public:
  using Options = Mistake;
  explicit Squares(const Options& options) : mistakes_(options, 0) {}
  at::Tensor forward(const at::Tensor& prediction, const facet::Targets& targets) override {
    mistakes_.begin_call();
    const at::Tensor squares = (prediction - targets.target).square();
    if (mistakes_.now("rows")) return squares.sum(1);
    if (mistakes_.now("in_place")) at::Tensor(targets.target).zero_();
    return squares.mean();
  }
  bool accepts(facet::LabelKind) const override { return true; }

 private:
  Mistakes mistakes_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Loss>("Loss", "a contrastive loss that goes wrong");
  registrar.add<Squares>("Squares", "a supervised loss that goes wrong");
}
