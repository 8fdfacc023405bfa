#pragma once

#include <ATen/TensorOperators.h>
#include <torch/nn/module.h>

#include <cstdint>
#include <string_view>

#include "facet/bins.h"
#include "facet/component.h"
#include "facet/export.h"
#include "facet/random.h"

namespace facet {

/// An encoder. A torch::nn::Module, so parameters and buffers are registered as with any module;
/// their names are the keys under which a run saves them.
///
/// The constructor takes the options and the Arguments, and draws initial parameters from
/// libtorch's global generator, which the engine has seeded. What is random in a training pass is
/// Stochastic (stochastic.h).
///
/// A config's slices are checked against the options num_output and label_num (outputs that follow
/// the num_output) before a model is built; a model has them where it has such sizes.
class FACET_API Model : public torch::nn::Module, public Component {
 public:
  using Kind = Model;
  static constexpr std::string_view kind = "model";
  static constexpr std::string_view form = "";
  struct Arguments {
    std::int64_t num_neurons = 0;  ///< channels of the recording
  };

  ~Model() override;

  /// windows: B x num_neurons x offset().size() -> B x num_output().
  /// A convolutional model also takes longer windows, T > size():
  /// B x N x T -> B x num_output() x (T - size() + 1).
  virtual at::Tensor forward(const at::Tensor& windows) = 0;
  virtual Offset offset() const = 0;
  virtual std::int64_t num_output() const = 0;
  /// Whether one pass over a long window equals passes over all the short ones in it.
  virtual bool convolutional() const;
  /// Whether every output row has unit length.
  virtual bool normalized() const;

  /// Hands every Stochastic module in it a stream of its own, drawn from `random`. The engine calls
  /// this before each training step.
  void set_random(Random random);
  /// Whether it draws random numbers now: something in it is Stochastic, and it is training. Then
  /// one pass over a long window is not the same as passes over the short ones in it.
  bool draws() const;
};

}  // namespace facet
