#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "facet/stateful.h"

namespace facet {

/// Ends a training when the held-out loss has stopped to fall, and keeps the state of its lowest
/// value. Not thread-safe.
class EarlyStopping {
 public:
  /// After a validation: keeps copies of `trained` when `loss` is the lowest until now.
  void update(double loss, const std::vector<NamedTensor>& trained);
  /// `patience`: how many validations in a row may bring no lower loss.
  bool exhausted(std::int64_t patience) const { return waited_ >= patience; }
  /// Copies the best values back; the same handles as those of update. Nothing before the first.
  void restore(const std::vector<NamedTensor>& trained) const;

  std::vector<NamedTensor> state() const;  ///< for a checkpoint; load_state takes it back
  void load_state(const std::vector<NamedTensor>& state);

 private:
  std::int64_t waited_ = 0;
  double lowest_ = std::numeric_limits<double>::infinity();
  std::vector<NamedTensor> best_;
};

}  // namespace facet
