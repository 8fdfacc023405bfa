#pragma once

#include "framework/figures/figure.h"

namespace facet {

/// As of a judgement: a number of its own, two facets, a matrix.
inline Figures some_figures() {
  return {{{"total", "loss"}, 1.5, "nats"},
          {{"decoding", {"facet", FeatureRange{0, 4}}, {"label", "position"}, "r2"}, 0.5},
          {{"decoding", {"facet", FeatureRange{0, 4}}, {"label", "position"}, "chosen"}, 9},
          {{"decoding", {"facet", FeatureRange{4, 8}}, {"label", "trial"}, "accuracy"}, 0.25},
          {{"others", "PCA", {"facet", FeatureRange{0, 4}}, {"label", "position"}, "r2"}, -1},
          {{"agreement", {"from", "a"}, {"to", "a"}}, 1},
          {{"agreement", {"from", "a"}, {"to", "b"}}, 0.75},
          {{"agreement", {"from", "b"}, {"to", "a"}}, 0.125},
          {{"agreement", {"from", "b"}, {"to", "b"}}, 1},
          {{"agreement_mean"}, 0.4375}};
}

}  // namespace facet
