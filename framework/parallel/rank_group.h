#pragma once

#include <ATen/core/Tensor.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "framework/parallel/rank_store.h"

namespace facet {

/// The place of a rank among those that are to be connected.
struct GroupPlace {
  StorePlace store;
  std::int64_t rank = 0;
  std::int64_t size = 1;
  std::string address;  ///< of this machine, by which the others reach it
  std::chrono::milliseconds timeout{0};
};

/// The connections of a rank to all others.
class RankGroup {
 public:
  virtual ~RankGroup() = default;
  /// Of float32, float64, int64 or uint8. Throws what libtorch throws where a rank is lost, or does
  /// not take part in time.
  virtual void sum(at::Tensor& values) = 0;
};

/// By Gloo, over the network; values of a GPU go by way of the CPU. GLOO_SOCKET_IFNAME in the
/// environment names the network that is used instead of that of the address.
std::unique_ptr<RankGroup> connect_by_gloo(const GroupPlace& place);

/// By NCCL, from GPU to GPU: sums what is on the current CUDA device.
std::unique_ptr<RankGroup> connect_by_nccl(const GroupPlace& place);

}  // namespace facet
