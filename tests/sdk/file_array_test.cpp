#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
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

at::Tensor whole(std::vector<std::int64_t> values) {
  return at::tensor(values, at::kLong);
}

TEST(FileArray, GivesSomeRowsAlone) {
  std::vector<std::int64_t> asked;
  const FileArray array = FileArray::by_rows("raw", {5, 2}, at::kLong, [&](Rows rows) {
    asked = {rows.begin, rows.end};
    return at::arange(10, at::kLong).view({5, 2}).narrow(0, rows.begin, rows.end - rows.begin);
  });
  EXPECT_TRUE(array.read_rows({1, 3}).equal(whole({2, 3, 4, 5}).view({2, 2})));
  EXPECT_THAT(asked, ElementsAre(1, 3));
  EXPECT_TRUE(array.read().equal(at::arange(10, at::kLong).view({5, 2})));
  EXPECT_EQ(message_of([&] { array.read_rows({3, 6}); }), "'raw' is 5 x 2: it has no rows 3 to 6");
  const FileArray in_memory("x", whole({1, 2, 3}));
  EXPECT_TRUE(in_memory.read_rows({1, 2}).equal(whole({2})));
}

TEST(RaggedValues, LieOneBehindTheOther) {
  const RaggedValues ragged = RaggedValues::of({whole({1, 2}), whole({}), whole({3})});
  EXPECT_TRUE(ragged.values.equal(whole({1, 2, 3})));
  EXPECT_TRUE(ragged.ends.equal(whole({2, 2, 3})));
}

TEST(FileArray, OfRowsOfDifferentLengthsIsReadSo) {
  const RaggedValues all = RaggedValues::of({whole({1, 2}), whole({3})});
  const FileArray array = FileArray::ragged("cells", {2}, at::kLong, [&](Rows) { return all; });
  EXPECT_TRUE(array.is_ragged());
  EXPECT_TRUE(array.read_ragged().ends.equal(whole({2, 3})));
  EXPECT_EQ(message_of([&] { array.read(); }), "'cells' has rows of different lengths");
  EXPECT_EQ(message_of([] { FileArray("x", whole({1})).read_ragged(); }),
            "'x' has no rows of different lengths");
}

TEST(FileArray, OfRowsOfDifferentLengthsIsWhatItsReaderAnnounced) {
  const std::string refused =
      "'cells' is not what its reader announced, 2 rows of different lengths of Long: each ends "
      "where the next one begins, the last at the end of the values";
  const auto said = [](const at::Tensor& values, const at::Tensor& ends) {
    return message_of([&] {
      FileArray::ragged("cells", {2}, at::kLong, [&](Rows) {
        return RaggedValues{values, ends};
      }).read_ragged();
    });
  };
  EXPECT_EQ(said(whole({1, 2, 3}), whole({1, 3})), "");
  EXPECT_EQ(said(whole({1, 2, 3}), whole({1, 2})), refused);
  EXPECT_EQ(said(whole({1, 2, 3}), whole({4, 3})), refused);
  EXPECT_EQ(said(whole({1, 2, 3}), whole({-1, 3})), refused);
  EXPECT_EQ(said(whole({1, 2, 3}), whole({3})), refused);
  EXPECT_EQ(said(at::ones({3}), whole({1, 3})), refused);
  EXPECT_EQ(said({}, whole({1, 3})), refused);
  EXPECT_EQ(said(whole({1, 2, 3}).view({3, 1}), whole({1, 3})), refused);
}

TEST(FileArray, KeepsWhatIsKnownOfItUnderAnotherName) {
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  facts.unit = "m";
  facts.rate = 30;
  const FileArray array = FileArray("position", at::ones({3})).with(facts).named("pose.position");
  EXPECT_EQ(array.name(), "pose.position");
  EXPECT_EQ(array.facts().unit, "m");
  EXPECT_EQ(array.facts().rate, 30);
  EXPECT_TRUE(array.read().equal(at::ones({3})));
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
