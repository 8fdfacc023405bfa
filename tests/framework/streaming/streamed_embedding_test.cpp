#include "framework/streaming/streamed_embedding.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "framework/toy_components.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::ElementsAre;

/// Sums over two bins before a bin, itself and two after it.
class FiveBins : public toy::SumModel {
 public:
  explicit FiveBins(std::int64_t neurons) : SumModel({1, 4}, {neurons}) { eval(); }
  Offset offset() const override { return {2, 3}; }
};

/// The rows that came, one number each.
class Streamed : public testing::Test {
 protected:
  StreamedEmbedding stream(Model& model, std::int64_t neurons,
                           std::optional<SignalScale> scale = {}) {
    return {model, neurons, std::move(scale),
            [this](std::span<const float> row) { rows.push_back(row[0]); }};
  }
  static void add(StreamedEmbedding& embedding, std::initializer_list<float> signals) {
    embedding.add({signals.begin(), signals.size()});
  }

  std::vector<float> rows;
};

TEST_F(Streamed, HasTheRowsOfABinAsSoonAsItsWindowIsThere) {
  FiveBins model(1);
  StreamedEmbedding embedding = stream(model, 1);
  for (const float bin : {1, 2, 3, 4}) add(embedding, {bin});
  EXPECT_THAT(rows, ElementsAre());
  add(embedding, {5});
  EXPECT_THAT(rows, ElementsAre(15, 15, 15)) << "that of bin 2, and of the two before it";
  add(embedding, {6});
  EXPECT_THAT(rows, ElementsAre(15, 15, 15, 20));
  for (const float bin : {7, 8}) add(embedding, {bin});
  embedding.end();
  EXPECT_THAT(rows, ElementsAre(15, 15, 15, 20, 25, 30, 30, 30)) << "as Transform has it";
}

TEST_F(Streamed, GoesOnForAsLongAsThereAreBins) {
  toy::SumModel model({1, 1}, {1});
  model.eval();
  StreamedEmbedding embedding = stream(model, 1);
  for (int bin = 0; bin < 5000; ++bin) add(embedding, {static_cast<float>(bin)});
  ASSERT_EQ(rows.size(), 5000);
  EXPECT_EQ(rows[0], 1);
  for (std::size_t bin = 1; bin < 5000; ++bin)
    ASSERT_EQ(rows[bin], static_cast<float>(2 * bin - 1)) << bin;
}

TEST_F(Streamed, HasNaNWhereFewerBinsCameThanAWindowHas) {
  FiveBins model(1);
  StreamedEmbedding embedding = stream(model, 1);
  for (const float bin : {1, 2, 3, 4}) add(embedding, {bin});
  embedding.end();
  ASSERT_EQ(rows.size(), 4);
  for (const float row : rows) EXPECT_TRUE(std::isnan(row));
}

// By hand: (3 - 1) / 2 + (10 - 4) / 3.
TEST_F(Streamed, BringsBinsToZScores) {
  toy::SumModel model({1, 0}, {2});
  model.eval();
  const SignalScale scale{at::tensor({1.0, 4.0}, at::kDouble), at::tensor({2.0, 3.0}, at::kDouble)};
  StreamedEmbedding embedding = stream(model, 2, scale);
  add(embedding, {3, 10});
  EXPECT_THAT(rows, ElementsAre(3));
}

TEST_F(Streamed, SaysWhichRowCannotBeUsed) {
  toy::SumModel model({1, 0}, {2});
  model.eval();
  StreamedEmbedding embedding = stream(model, 2);
  add(embedding, {1, 2});
  EXPECT_EQ(
      message_of([&] { add(embedding, {1}); }),
      "row 2: it has 1 number, a bin has one for each of the 2 channels that were trained on");
  EXPECT_THAT(message_of([&] {
                add(embedding, {1, 2, 3});
              }),
              testing::StartsWith("row 2: it has 3 numbers, "));
  EXPECT_EQ(message_of([&] {
              add(embedding, {1, std::nanf("")});
            }),
            "row 2: number 2 is nan: a signal must be finite, and at most 1.8e19, so that its "
            "square fits into a float32; fill in what is missing before it is sent");
  const float infinity = std::numeric_limits<float>::infinity();
  EXPECT_THAT(message_of([&] {
                add(embedding, {-infinity, 0});
              }),
              testing::StartsWith("row 2: number 1 is -inf: "));
  add(embedding, {3, 4});
  EXPECT_THAT(rows, ElementsAre(3, 7)) << "a row that was refused is no bin";
}

TEST_F(Streamed, NeedsAModelThatTakesSoManyChannels) {
  toy::SumModel model({1, 0}, {2});
  EXPECT_THAT(message_of([&] { stream(model, 3); }),
              testing::StartsWith("the model cannot encode signals of 3 channels: "));
}

}  // namespace
}  // namespace facet
