#pragma once

#include <torch/nn/module.h>

#include <cstdint>
#include <string_view>

#include "facet/bins.h"
#include "facet/export.h"

namespace facet {

/// An encoder. A torch::nn::Module, so parameters and buffers are registered as with any module;
/// their names are the keys under which a run saves them.
///
/// The constructor takes the options and the Arguments, and draws initial parameters from
/// libtorch's global generator, which the engine has seeded.
class FACET_API Model : public torch::nn::Module {
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
};

}  // namespace facet
