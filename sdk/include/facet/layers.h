#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// What a layer makes of its input x: B x C x T, or B x C behind `flatten` and `squeeze`.
enum class LayerKind {
  linear,         ///< x W^T + b of B x C, W: out x C
  convolution,    ///< Conv1d(x) without padding, at each `step`-th bin, W: out x C x k
  gelu,           ///< x Phi(x), the erf form
  relu,           ///< max(0, x)
  tanh,           ///< tanh(x)
  clip,           ///< x, at least `lowest` and at most `highest`
  unit_length,    ///< x / |x| over the channels; zero stays zero
  flatten,        ///< B x C x T -> B x C T
  squeeze,        ///< B x C x 1 -> B x C, a longer x as it is; only as the last one of its kind
  crop,           ///< x without its first `begin` and its last `end` bins
  every,          ///< each `step`-th bin of x, from the first one on
  channels,       ///< the channels [begin, end) of x
  fit,            ///< `end` channels: x is cut at its end, or filled up with zeros
  sum,            ///< the sum of what the branches make of x
  concatenation,  ///< what the branches make of x, one channel behind the other
};

/// One layer of an encoder, in words that other programs understand. Plain data.
struct Layer {
  LayerKind kind = LayerKind::gelu;
  /// Of linear and convolution: `net.0`, where the model has the parameters `net.0.weight` and
  /// `net.0.bias`.
  std::string parameters = {};
  std::int64_t step = 1;
  std::int64_t begin = 0, end = 0;
  double lowest = 0, highest = 0;
  std::vector<std::vector<Layer>> branches = {};  ///< an empty one is x itself
};

/// A Model that says which layers it consists of, so that `facet export` can write it for other
/// programs:
///
///     class Encoder : public facet::Model, public facet::Layered { ... };
///
/// A model that consists of something else has no such base, and cannot be exported.
class FACET_API Layered {
 public:
  virtual ~Layered();
  /// One behind the other they make of windows, B x num_neurons x T, what forward() makes of them
  /// when the model does not train. An export compares both, and refuses the model where they
  /// differ. Called from one thread.
  virtual std::vector<Layer> layers() const = 0;
};

}  // namespace facet
