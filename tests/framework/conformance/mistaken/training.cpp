// Schedulers, learning rates, optimizers and observers, each with one mistake (see criterions.cpp).
#include <ATen/core/grad_mode.h>
#include <ATen/ops/zeros_like.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "facet/learning_rate.h"
#include "facet/observer.h"
#include "facet/optimizer.h"
#include "facet/plugin.h"
#include "facet/scheduler.h"

namespace {

using Weights = std::optional<std::vector<double>>;

struct DividesByZero : facet::Scheduler {
  explicit DividesByZero(const Arguments& arguments) : number_(arguments.num_objectives) {}
  Weights weights(std::int64_t step) const override {
    return std::vector<double>(static_cast<std::size_t>(number_),
                               1 / static_cast<double>(step - 10));
  }
  std::int64_t number_;
};

struct OneForAll : facet::Scheduler {
  Weights weights(std::int64_t) const override { return std::vector<double>{1, 1}; }
};

struct Counts : facet::Scheduler {
  explicit Counts(const Arguments& arguments) : number_(arguments.num_objectives) {}
  Weights weights(std::int64_t) const override {
    return std::vector<double>(static_cast<std::size_t>(number_), ++calls_);
  }
  std::int64_t number_;
  mutable int calls_ = 0;
};

struct Negative : facet::LearningRate {
  double factor(std::int64_t step) const override { return 1 - static_cast<double>(step) / 10; }
};

struct Decays : facet::LearningRate {
  double factor(std::int64_t) const override { return factor_ *= 0.5; }
  mutable double factor_ = 1;
};

/// Gradient descent with momentum; right, but for those that derive from it.
class Momentum : public facet::Optimizer {
 public:
  explicit Momentum(const Arguments& arguments) : parameters_(arguments.parameters) {
    for (const at::Tensor& parameter : parameters_)
      moments_.push_back(at::zeros_like(parameter.detach()));
  }
  void step(const std::function<at::Tensor()>& evaluate) override {
    evaluate();
    const at::NoGradGuard no_gradients;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
      moments_[i].mul_(0.5).add_(parameters_[i].grad());
      parameters_[i].sub_(moments_[i] * (rate_ * factor_));
    }
  }
  void scale_learning_rate(double factor) override { factor_ = factor; }
  std::vector<facet::NamedTensor> state() const override {
    std::vector<facet::NamedTensor> state;
    for (std::size_t i = 0; i < moments_.size(); ++i)
      state.push_back({std::to_string(i), moments_[i].clone()});
    return state;
  }
  void load_state(const std::vector<facet::NamedTensor>& state) override {
    for (std::size_t i = 0; i < state.size(); ++i) {
      if (state[i].name != std::to_string(i)) throw facet::Error("unknown: " + state[i].name);
      moments_[i].copy_(state[i].tensor);
    }
  }

 protected:
  std::vector<at::Tensor> parameters_, moments_;
  double rate_ = 0.05, factor_ = 1;
};

struct Uphill : Momentum {
  explicit Uphill(const Arguments& arguments) : Momentum(arguments) { rate_ = -0.05; }
};

struct Forgets : Momentum {
  using Momentum::Momentum;
  std::vector<facet::NamedTensor> state() const override { return {}; }
};

struct Handles : Momentum {
  using Momentum::Momentum;
  std::vector<facet::NamedTensor> state() const override {
    std::vector<facet::NamedTensor> state;
    for (std::size_t i = 0; i < moments_.size(); ++i)
      state.push_back({std::to_string(i), moments_[i]});
    return state;
  }
};

struct TakesAnyState : Momentum {
  using Momentum::Momentum;
  void load_state(const std::vector<facet::NamedTensor>& state) override {
    if (state.size() == moments_.size() && state[0].name == "0") Momentum::load_state(state);
  }
};

struct KeepsItsRate : Momentum {
  using Momentum::Momentum;
  void scale_learning_rate(double) override {}
};

/// The mean of no step is none.
struct MeanOfSteps : facet::Observer {
  facet::Training on_step(const facet::Report&) override {
    ++steps_;
    return facet::Training::goes_on;
  }
  void on_end() override {
    if (steps_ == 0) throw std::runtime_error("the mean of no step");
  }
  int steps_ = 0;
};

/// A file says that a run is on, until it ends.
struct InTheWay : facet::Observer {
  void on_begin(const facet::TrainingStart& start) override {
    if (start.folder.empty()) return;
    path_ = start.folder + "/running";
    if (std::filesystem::exists(path_)) throw facet::Error(path_ + ": a run is on");
    std::ofstream(path_) << "yes";
  }
  void on_end() override { std::filesystem::remove(path_); }
  std::string path_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<DividesByZero>("every_step.by_zero", "an infinite weight at one step");
  registrar.add<OneForAll>("every_step.count", "two weights, however many objectives");
  registrar.add<Counts>("order.counts", "counts its calls");
  registrar.add<Negative>("every_step.negative", "negative in a longer run");
  registrar.add<Decays>("order.decays", "lower with every call");
  registrar.add<Uphill>("descends.uphill", "moves up");
  registrar.add<Forgets>("resumes.forgets", "does not save its moments");
  registrar.add<Handles>("copies.handles", "gives its moments themselves");
  registrar.add<TakesAnyState>("unknown_state.any", "ignores a state that it does not know");
  registrar.add<KeepsItsRate>("learning_rate.kept", "ignores schedules");
  registrar.add<MeanOfSteps>("whole_run.no_step", "fails where there was no step");
  registrar.add<InTheWay>("killed_run.in_the_way", "what a killed run left stops the next");
}
