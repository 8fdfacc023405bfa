#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <mutex>

namespace facet {

/// While it lives, libtorch's global generator is seeded, as by torch.manual_seed in Python: models
/// draw their initial parameters from it, and the same seed gives a model the same ones there.
/// Afterwards the generator is as it was. One at a time in the process: others wait.
class SeededGenerator {
 public:
  explicit SeededGenerator(std::uint64_t seed);
  ~SeededGenerator();
  SeededGenerator(const SeededGenerator&) = delete;
  SeededGenerator& operator=(const SeededGenerator&) = delete;

 private:
  std::lock_guard<std::recursive_mutex> alone_;
  at::Generator generator_;
  at::Tensor before_;
};

}  // namespace facet
