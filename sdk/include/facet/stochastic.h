#pragma once

#include "facet/export.h"
#include "facet/random.h"

namespace facet {

/// A module that draws random numbers while it trains, such as dropout:
///
///     class Noise : public torch::nn::Module, public facet::Stochastic { ... };
///
/// The engine finds it wherever it sits in a model, and hands it a stream of its own before each
/// training step; so a step draws the same, whatever was drawn before it. (libtorch's own dropout
/// draws from the global generator: a run that is stopped and resumed ends differently.)
class FACET_API Stochastic {
 public:
  virtual ~Stochastic();
  /// It draws from a copy of `random` until the next call. Called from the training thread.
  virtual void draw_from(const Random& random) = 0;
};

}  // namespace facet
