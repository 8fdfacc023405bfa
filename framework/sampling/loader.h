#pragma once

#include <cstdint>

#include "facet/export.h"
#include "framework/sampling/samples.h"

namespace facet {

/// Where batches come from. Batches are functions of the step alone, so they can be drawn ahead of
/// time, in parallel and again.
class FACET_API Loader {
 public:
  virtual ~Loader() = default;
  virtual std::int64_t num_steps() const = 0;
  /// Safe to call from several threads at once.
  virtual SampleBatch batch(std::int64_t step) const = 0;
};

}  // namespace facet
