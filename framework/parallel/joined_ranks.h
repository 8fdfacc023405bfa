#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "framework/parallel/launch.h"
#include "framework/parallel/ranks_errors.h"
#include "framework/ranks/ranks.h"

namespace facet {

class Meeting;
class RankGroup;
struct GroupPlace;

/// Ranks that are processes, on one machine or on several, connected by libtorch's Gloo; what is
/// on GPUs is summed by its NCCL where Facet was built with that.
///
/// Whatever waits for other ranks throws RankFailed where one of them has told its failure,
/// RanksEnded where some have ended or do not answer, and Error where they did not come in time.
class FACET_API JoinedRanks : public Ranks {
 public:
  /// Joins the others; waits for all of them. The ranks of a machine have its GPUs in turn: the
  /// calling thread's current CUDA device. `timeout`: how long to wait for a rank, at most.
  /// Throws Error where this libtorch has no Gloo.
  JoinedRanks(const Launch& launch, std::chrono::milliseconds timeout);
  /// Where this rank holds the store, the others may read for some seconds what was told.
  ~JoinedRanks() override;
  JoinedRanks(const JoinedRanks&) = delete;
  JoinedRanks& operator=(const JoinedRanks&) = delete;

  std::int64_t rank() const override;
  std::int64_t size() const override;
  /// Of float32, float64, int64 or uint8.
  void sum(at::Tensor& values) override;
  void agree(const std::vector<RankFact>& facts) override;

  /// From now on; before the first sum.
  void set_timeout(std::chrono::milliseconds timeout);
  /// What the first rank hands in, on every rank.
  std::string of_the_first(const std::string& text);

  /// Tells the others why this rank ends, unless they know; called once, and no other function
  /// after it. Returns whether another rank tells the user, so that this one is to be silent.
  bool tell_failure(const std::string& message) noexcept;

 private:
  using Connect = std::unique_ptr<RankGroup>(const GroupPlace& place);

  /// Those that sum what is on such a device.
  RankGroup& group_for(c10::Device device);
  /// `group`, which is connected when it is first asked for.
  RankGroup& connected(std::unique_ptr<RankGroup>& group, Connect* connect);
  void explain_failure(const std::function<void()>& action);
  void disconnect();

  const std::unique_ptr<Meeting> meeting_;
  std::unique_ptr<RankGroup> gloo_, nccl_;
  std::int64_t step_ = 0;  // the last one in which there was a sum
};

}  // namespace facet
