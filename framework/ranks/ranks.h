#pragma once

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/shared_rows.h"

namespace facet {

/// What has to be the same on every rank, such as the version of libtorch.
struct RankFact {
  std::string what;
  std::string value;
};

/// The processes that train one model together, each a part of every step: which of them this one
/// is, and what they do in common. Every rank makes the same calls in the same order; each waits
/// for the others. Called from the training thread alone; in a backward pass on a GPU by libtorch's
/// thread for that GPU, of which a process has one: threads of one process cannot be ranks there.
class FACET_API Ranks {
 public:
  virtual ~Ranks() = default;
  virtual std::int64_t rank() const = 0;  ///< from 0
  virtual std::int64_t size() const = 0;
  /// Replaces `values`, of the same shape on every rank, by their sum over all ranks.
  virtual void sum(at::Tensor& values) = 0;
  /// Holds the facts of all ranks against each other, before they compute together. Throws Error on
  /// every rank that names each difference, and the ranks that differ.
  virtual void agree(const std::vector<RankFact>& facts) = 0;

  bool several() const { return size() > 1; }
  /// The first one writes and tells; the others are silent.
  bool is_first() const { return rank() == 0; }
};

/// A training by one process.
class FACET_API SingleRank : public Ranks {
 public:
  std::int64_t rank() const override { return 0; }
  std::int64_t size() const override { return 1; }
  void sum(at::Tensor&) override {}
  void agree(const std::vector<RankFact>&) override {}
};

/// The part of `count` rows that a rank works on: contiguous, together all of them.
struct RankShare {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  std::int64_t size() const { return end - begin; }
};
FACET_API RankShare share_of(const Ranks& ranks, std::int64_t count);

/// All `count` rows from the share that each rank computed, with the gradient that all ranks give
/// them: own (share x d) -> count x d. The losses of all ranks together are the loss.
FACET_API at::Tensor gather_rows(Ranks& ranks, const at::Tensor& own, std::int64_t count);

/// The same of `compute(begin, size)`, which gives size x d. A rank whose share is empty computes
/// one row all the same, so that it draws the random numbers that the others draw.
template <class Compute>
at::Tensor compute_in_shares(Ranks& ranks, std::int64_t count, const Compute& compute) {
  if (!ranks.several()) return compute(0, count);
  const RankShare share = share_of(ranks, count);
  const std::int64_t begin = std::min(share.begin, count - 1);
  const SharedRows rows(begin, count);
  const at::Tensor own = compute(begin, std::max<std::int64_t>(share.size(), 1));
  return gather_rows(ranks, own.narrow(0, 0, share.size()), count);
}

}  // namespace facet
