#pragma once

#include <cstdint>

#include "facet/export.h"
#include "framework/sampling/samples.h"

namespace facet {

/// Where batches come from. Batches are functions of their number alone, so they can be drawn ahead
/// of time, in parallel and again.
class FACET_API Loader {
 public:
  virtual ~Loader() = default;
  virtual std::int64_t num_steps() const = 0;
  /// Step s takes the batches from s * batches_per_step() on.
  virtual std::int64_t batches_per_step() const { return 1; }
  /// Safe to call from several threads at once.
  virtual SampleBatch batch(std::int64_t number) const = 0;
};

}  // namespace facet
