// Checksums and records of TensorBoard's files. The checksums are those that RFC 3720 (B.4)
// publishes, the records what the protocol buffers and the RecordWriter of the Python package
// tensorboard 2.21 give.
#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "logs/crc32c.h"
#include "logs/event.h"

namespace facet::logs {
namespace {

std::string hex(const std::string& bytes) {
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

TEST(Crc32c, IsThatOfThePublishedExamples) {
  std::string rising(32, '\0'), falling;
  std::iota(rising.begin(), rising.end(), '\0');
  falling.assign(rising.rbegin(), rising.rend());
  EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8a9136aaU);
  EXPECT_EQ(crc32c(std::string(32, '\xff')), 0x62a8ab43U);
  EXPECT_EQ(crc32c(rising), 0x46dd794eU);
  EXPECT_EQ(crc32c(falling), 0x113fdb5cU);
  EXPECT_EQ(crc32c("123456789"), 0xe3069283U);
  EXPECT_EQ(crc32c(""), 0U);
}

/// The checksum of the data, 0xe3069283, rotated by 15 bits and 0xa282ead8 added, is 0xc78ab0e5.
TEST(Records, AreFramedByLengthAndMaskedChecksums) {
  EXPECT_EQ(hex(framed("123456789")),
            "0900000000000000"
            "37f97139"
            "313233343536373839"
            "e5b08ac7");
}

TEST(Records, BeginWithTheVersionOfTheFile) {
  EXPECT_EQ(hex(version_record(1.5)),
            "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c");
}

TEST(Records, SayWhereATrainingBegins) {
  EXPECT_EQ(hex(start_record(1.5, 301)),
            "100000000000000095fbfe1809000000000000f83f10ad023a020801d17949d4");
}

TEST(Records, OfARowHaveATagAndAFloatForEachValue) {
  const Row row{
      300,
      {{"objective0.loss", 0.1}, {"validation.total", std::numeric_limits<double>::infinity()}}};
  EXPECT_EQ(
      hex(row_record(1.5, row)),
      "3f000000000000005165766109000000000000f83f10ac022a310a160a0f6f626a656374697665302f6c6f7373"
      "15cdcccc3d0a170a1076616c69646174696f6e2f746f74616c150000807fdaf3fd97");
}

}  // namespace
}  // namespace facet::logs
