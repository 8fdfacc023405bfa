#include "core/kernels/chunks.h"

#include <gtest/gtest.h>

#include <vector>

namespace facet::kernels {
namespace {

struct Chunk {
  std::int64_t begin, size;
};

std::vector<Chunk> chunks(std::int64_t n, std::int64_t m, c10::Device device = at::kCPU) {
  std::vector<Chunk> all;
  for_each_chunk(n, m, device, [&](std::int64_t begin, std::int64_t size) {
    all.push_back({begin, size});
  });
  return all;
}

TEST(Chunks, CoverEachRowOnceAndInOrder) {
  for (const auto& [n, m] : {std::pair{1, 1}, {700, 2000}, {8192, 8192}, {3, 1 << 20}}) {
    std::int64_t next = 0;
    for (const auto& [begin, size] : chunks(n, m)) {
      EXPECT_EQ(begin, next);
      next += size;
    }
    EXPECT_EQ(next, n);
  }
}

TEST(Chunks, HoldAMebibyteOfFloatsAtMost) {
  const std::vector<Chunk> all = chunks(8192, 8192);
  ASSERT_EQ(all.size(), 256U);  // 8192 * 8192 * 4 bytes / 2^20
  for (const Chunk& chunk : all) EXPECT_EQ(chunk.size, 32);
}

TEST(Chunks, HoldSixtyFourMebibytesOnAnotherDevice) {
  const std::vector<Chunk> all = chunks(8192, 8192, at::kCUDA);
  ASSERT_EQ(all.size(), 4U);
  for (const Chunk& chunk : all) EXPECT_EQ(chunk.size, 2048);
}

TEST(Chunks, HoldARowAtLeast) {
  EXPECT_EQ(chunks(3, 1 << 20).size(), 3U);
}

}  // namespace
}  // namespace facet::kernels
