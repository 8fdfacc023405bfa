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

TEST(TextValues, NumberTheDifferentTextsAscending) {
  const TextValues text = TextValues::of({"right", "", "left", "right", "L"});
  EXPECT_THAT(text.classes, ElementsAre("L", "left", "right"));
  EXPECT_TRUE(text.codes.equal(at::tensor(std::vector<std::int64_t>{2, -1, 1, 2, 0})));
  EXPECT_EQ(TextValues::of({}).codes.numel(), 0);
}

TEST(FileArray, OfTextIsReadAsTextAndAsItsCodes) {
  const FileArray array = FileArray::text("side", 2, [] {
    return TextValues::of({"right", "left"});
  });
  EXPECT_TRUE(array.is_text());
  EXPECT_THAT(array.shape(), ElementsAre(2));
  EXPECT_EQ(array.type(), at::kLong);
  EXPECT_THAT(array.read_text().classes, ElementsAre("left", "right"));
  EXPECT_TRUE(array.read().equal(at::tensor(std::vector<std::int64_t>{1, 0})));
  EXPECT_FALSE(FileArray("x", at::ones({2})).is_text());
  EXPECT_EQ(message_of([] { FileArray("x", at::ones({2})).read_text(); }), "'x' holds no text");
}

TEST(FileArray, OfTextIsWhatItsReaderAnnounced) {
  const std::string refused =
      "'side' is not what its reader announced, 2 texts: each is -1 or the place of a class, and "
      "the classes ascend";
  const auto said = [](const at::Tensor& codes, const std::vector<std::string>& classes) {
    return message_of([&] {
      FileArray::text("side", 2, [&] { return TextValues{codes, classes}; }).read_text();
    });
  };
  const at::Tensor codes = at::zeros({2}, at::kLong);
  EXPECT_EQ(said(codes, {"a"}), "");
  EXPECT_EQ(said(codes, {}), refused);
  EXPECT_EQ(said(codes - 2, {"a"}), refused);
  EXPECT_EQ(said(codes, {"b", "a"}), refused);
  EXPECT_EQ(said(codes, {"a", "a"}), refused);
  EXPECT_EQ(said(codes, {"", "a"}), refused);
  EXPECT_EQ(said(at::zeros({3}, at::kLong), {"a"}), refused);
  EXPECT_EQ(said(at::zeros({2}), {"a"}), refused);
  EXPECT_EQ(said({}, {"a"}), refused);
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
