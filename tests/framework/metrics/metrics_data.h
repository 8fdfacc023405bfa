#pragma once

#include <ATen/Functions.h>

#include <vector>

#include "facet/npz.h"
#include "framework/metrics/decoding.h"

namespace facet {

inline at::Tensor doubles(std::vector<double> values, std::int64_t columns) {
  return at::tensor(values, at::kDouble).view({-1, columns});
}
inline at::Tensor classes(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong);
}
inline at::Tensor range(std::int64_t begin, std::int64_t end) {
  return at::arange(begin, end, at::kLong);
}

/// The first eight principal components of the smoothed spike counts of a rat on a linear track,
/// one bin in ten, beside its position and direction (from nelpy/example-data, MIT license: see
/// docs/examples/NOTICE).
struct LinearTrack {
  LinearTrack() {
    std::vector<Label> list;
    for (const NamedTensor& array : read_npz(METRICS_DATA "/linear_track.npz")) {
      if (array.name == "embedding") embedding = array.tensor;
      if (array.name == "position")
        list.push_back({array.name, LabelKind::continuous, array.tensor.to(at::kDouble)});
      if (array.name == "direction")
        list.push_back({array.name, LabelKind::discrete, array.tensor});
    }
    labels = Labels(embedding.size(0), list);
  }

  at::Tensor embedding;
  Labels labels;
  FitAndJudge rows{range(0, 330), range(330, 413)};
};

}  // namespace facet
