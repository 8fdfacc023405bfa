#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "facet/bins.h"
#include "facet/export.h"
#include "facet/neighbours.h"
#include "facet/random.h"

namespace facet {

/// Which of several bins whose labels are equally near is taken.
enum class Ties { lowest, random };

/// The bins of a session whose label is nearest to a query, exact in double precision. Immutable
/// after construction; safe to use from several threads.
class FACET_API LabelSearch {
 public:
  /// `labels`: T x d float64, a row for every bin of the recording; shared. Among `bins` is
  /// searched; there must be at least one.
  LabelSearch(at::Tensor labels, const Bins& bins);

  std::int64_t num_columns() const { return labels_.size(1); }
  /// A bin for each row of `queries` (m x d float64, finite), of session `sessions[i]`, which must
  /// have bins here.
  std::vector<std::int64_t> nearest(const at::Tensor& queries,
                                    std::span<const std::int64_t> sessions, Ties ties,
                                    Random& random) const;

  /// The label rows of bins, m x d: a copy.
  at::Tensor labels_of(std::span<const std::int64_t> bins) const;

 private:
  struct Session {
    std::vector<std::int64_t> bins;  // ascending
    NearestNeighbours neighbours;
  };

  at::Tensor labels_;
  std::map<std::int64_t, Session> sessions_;
};

}  // namespace facet
