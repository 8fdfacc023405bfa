#include "framework/exchange/protobuf_message.h"

#include <gtest/gtest.h>

#include "framework/exchange/bytes.h"

namespace facet {
namespace {

/// Those of https://protobuf.dev/programming-guides/encoding
TEST(ProtobufMessage, IsEncodedAsItsGuideSays) {
  const ProtobufMessage number = ProtobufMessage().add(1, std::int64_t{150});
  EXPECT_EQ(number.bytes(), bytes({0x08, 0x96, 0x01}));
  EXPECT_EQ(ProtobufMessage().add(2, "testing").bytes(),
            bytes({0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67}));
  EXPECT_EQ(ProtobufMessage().add(3, number).bytes(), bytes({0x1a, 0x03, 0x08, 0x96, 0x01}));
  EXPECT_EQ(ProtobufMessage().add(1, std::int64_t{-2}).bytes(),
            bytes({0x08, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}));
}

/// From the sixteenth field on a tag has two bytes.
TEST(ProtobufMessage, HasTagsAndLengthsOfSeveralBytes) {
  EXPECT_EQ(ProtobufMessage().add(20, std::int64_t{7}).bytes(), bytes({0xa0, 0x01, 0x07}));
  const std::string text(300, 'x');
  EXPECT_EQ(ProtobufMessage().add(1, text).bytes(), bytes({0x0a, 0xac, 0x02}) + text);
}

}  // namespace
}  // namespace facet
