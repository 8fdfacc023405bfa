#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/labels.h"

namespace facet {

/// One session: signals of C channels in T bins of time, and what was observed meanwhile.
struct Recording {
  std::string name;    ///< for messages: the file
  at::Tensor signals;  ///< T x C float32 on the CPU; perhaps memory-mapped, so read-only
  Labels labels;
  Labels channel_labels;          ///< what is known of the channels: a row for each
  std::vector<Segment> segments;  ///< what lies between borders; ascending, disjoint

  std::int64_t num_bins() const { return signals.size(0); }
  std::int64_t num_channels() const { return signals.size(1); }
};

/// What a distribution may draw from.
struct SamplingSpace {
  Labels labels;                  ///< of all bins, held-out ones included: use `bins` to restrict
  std::vector<Segment> segments;  ///< the training data; empirical differences stay inside one
  Bins bins;                      ///< the bins of `segments` in which a full window fits
};

}  // namespace facet
