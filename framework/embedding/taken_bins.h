#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace facet {

/// Which bins a list has, whatever its order and however often: a bit for each bin from its first
/// to its last, so that a list is put in order in a time that grows with its length.
class TakenBins {
 public:
  /// bins: int64, not empty.
  explicit TakenBins(const at::Tensor& bins);

  std::int64_t first() const { return first_; }
  std::int64_t span() const { return span_; }  ///< from the first to the last
  std::int64_t size() const { return before_.back(); }

  at::Tensor in_order() const;                      ///< each once; int64
  at::Tensor places(const at::Tensor& bins) const;  ///< of bins of the list, in in_order(); int64

 private:
  std::int64_t first_, span_;
  std::vector<std::uint64_t> words_;
  std::vector<std::int64_t> before_;  ///< taken bins before each word, and of all
};

}  // namespace facet
