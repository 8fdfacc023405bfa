#pragma once

#include <cstdint>
#include <string>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

struct FACET_API SimulateOptions {
  std::int64_t num_bins = 1000;
  std::int64_t num_neurons = 50;
  double noise = 0.05;
  std::int64_t seed = 0;
  std::int64_t session = 0;

  static void describe(OptionsDescription<SimulateOptions>& options);
};

/// A recording whose truth is known, after the synthetic data of xCEBRA (Schneider et al. 2025,
/// "Time-series attribution maps with regularized contrastive learning").
///
/// Two latents z1 and z2, three columns each, start at 0 and move by steps of N(0, 0.1^2) inside
/// the box (-1, 1); a step out of it is drawn anew. The first half of the neurons is driven by z1
/// alone, the others by z1 and z2: neurons = f(z) W + noise, where f is an invertible network of
/// two random rotations, each followed by a leaky ReLU (slope 0.3), W is Gaussian, and the noise is
/// N(0, noise^2).
///
/// Writes the npz file `path` with the arrays `neurons` T x N float32 (the signals), `latents` T x
/// 6 float32, its halves `Z1` and `Z2` T x 3, `side` T int64 (1 where Z2's first column is
/// positive, else 0), and `gt_attribution_map` 6 x N bool: which latent drives which neuron.
///
/// A function of the options alone. Latents depend on the seed and the number of bins: sessions of
/// one seed are recordings of the same latents by other neurons, with other noise.
/// Throws OptionsError for options out of bounds, Error where the file cannot be written.
FACET_API void simulate(const SimulateOptions& options, const std::string& path);

}  // namespace facet
