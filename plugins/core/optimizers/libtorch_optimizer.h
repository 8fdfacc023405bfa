#pragma once

#include <torch/optim/optimizer.h>

#include <memory>
#include <sstream>
#include <type_traits>

#include "facet/error.h"
#include "facet/optimizer.h"
#include "optimizer_state.h"

namespace facet {

/// An optimizer of libtorch (Updater, whose state for a parameter is State) with the state that
/// libtorch keeps to itself. Its own save and load are not used: 1.13 drops the options at load.
template <class Updater, class State>
class LibtorchOptimizer : public Optimizer {
 public:
  void step(const std::function<at::Tensor()>& evaluate) override { updater_.step(evaluate); }

  void scale_learning_rate(double factor) override {
    updater_.param_groups()[0].options().set_lr(learning_rate_ * factor);
  }

  /// `<index of the parameter>.<field>`
  std::vector<NamedTensor> state() const override {
    std::vector<NamedTensor> all;
    for (std::size_t i = 0; i < parameters().size(); ++i) {
      const auto found = updater_.state().find(key_of(parameters()[i]));
      if (found == updater_.state().end()) continue;
      save_fields(fields(static_cast<State&>(*found->second)), prefix(i), all);
    }
    return all;
  }

  void load_state(const std::vector<NamedTensor>& state) override {
    std::size_t known = 0;
    updater_.state().clear();
    for (std::size_t i = 0; i < parameters().size(); ++i) {
      auto own = std::make_unique<State>();
      const std::size_t found =
          load_fields(fields(*own), prefix(i), state, parameters()[i].device());
      if (found > 0) updater_.state()[key_of(parameters()[i])] = std::move(own);
      known += found;
    }
    if (known != state.size())
      throw Error("the optimizer's state has " + std::to_string(state.size()) +
                  " arrays, of which it knows " + std::to_string(known));
  }

 protected:
  template <class UpdaterOptions>
  LibtorchOptimizer(const Arguments& arguments, const UpdaterOptions& options)
      : updater_(arguments.parameters, options), learning_rate_(options.lr()) {}

 private:
  virtual StateFields fields(State& state) const = 0;

  using Key = typename std::decay_t<decltype(std::declval<Updater>().state())>::key_type;

  static std::string prefix(std::size_t i) { return std::to_string(i) + "."; }

  /// Under which libtorch keeps a parameter's state: its address, in 1.13 as text.
  static Key key_of(const at::Tensor& parameter) {
    if constexpr (std::is_same_v<Key, std::string>) {
      std::ostringstream text;
      text << parameter.unsafeGetTensorImpl();
      return text.str();
    } else {
      return parameter.unsafeGetTensorImpl();
    }
  }

  const std::vector<at::Tensor>& parameters() const { return updater_.param_groups()[0].params(); }

  Updater updater_;
  double learning_rate_;
};

}  // namespace facet
