#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "facet/reader.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(FileArray, OfMemoryIsKnownAsItIs) {
  const FileArray array("speed", at::ones({4, 2}, at::kInt));
  EXPECT_THAT(array.shape(), ElementsAre(4, 2));
  EXPECT_EQ(array.type(), at::kInt);
  EXPECT_TRUE(array.in_memory());
  EXPECT_TRUE(array.read().equal(at::ones({4, 2}, at::kInt)));
}

TEST(FileArray, IsNotReadBeforeItIsAskedFor) {
  int times = 0;
  const FileArray array("speed", {2}, at::kFloat, [&] {
    ++times;
    return at::ones({2});
  });
  EXPECT_EQ(array.name(), "speed");
  EXPECT_EQ(times, 0);
  array.read();
  EXPECT_EQ(times, 1);
}

TEST(FileArray, ThatIsUnreadableSaysWhy) {
  const FileArray array = FileArray::unreadable("side", "holds text");
  EXPECT_EQ(array.why_unreadable(), "holds text");
  EXPECT_EQ(message_of([&] { array.read(); }), "'side' holds text");
}

TEST(FileArray, IsWhatItsReaderAnnounced) {
  const FileArray other_shape("x", {2}, at::kFloat, [] { return at::ones({3}); });
  EXPECT_EQ(message_of([&] { other_shape.read(); }),
            "'x' is not what its reader announced, 2 of Float: it gave 3 of Float");
  const FileArray other_type("x", {2}, at::kFloat, [] { return at::ones({2}, at::kLong); });
  EXPECT_EQ(message_of([&] { other_type.read(); }),
            "'x' is not what its reader announced, 2 of Float: it gave 2 of Long");
  const FileArray nothing("x", {2}, at::kFloat, [] { return at::Tensor(); });
  EXPECT_EQ(message_of([&] { nothing.read(); }),
            "'x' is not what its reader announced, 2 of Float");
}

TEST(MemoryFor, AnArrayThatIsTooLargeIsRefusedWithItsSize) {
  EXPECT_THAT(message_of([] {
                memory_for({1LL << 40, 384}, at::kShort);
              }),
              AllOf(StartsWith("is 1099511627776 x 384, 844425 GB: there are "),
                    HasSubstr(" GB of memory left")));
  EXPECT_THAT(memory_for({3, 2}, at::kShort).sizes(), ElementsAre(3, 2));
}

}  // namespace
}  // namespace facet
