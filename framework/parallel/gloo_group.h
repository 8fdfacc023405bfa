#pragma once

#include <ATen/core/Tensor.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "framework/parallel/rank_store.h"

namespace facet {

/// The connections of a rank to all others. Throws Error, or what Gloo throws, where one is lost,
/// or a rank does not take part in time.
class GlooGroup {
 public:
  /// `address`: this machine's, by which the others reach it; GLOO_SOCKET_IFNAME in the environment
  /// names its network instead.
  GlooGroup(const StorePlace& store, std::int64_t rank, std::int64_t size,
            const std::string& address, std::chrono::milliseconds timeout);
  ~GlooGroup();

  /// Of float32, float64, int64 or uint8, on whichever device.
  void sum(at::Tensor& values);

 private:
  struct Group;
  std::unique_ptr<Group> group_;
};

/// Whether such values can be summed.
bool can_sum(at::ScalarType type);

}  // namespace facet
