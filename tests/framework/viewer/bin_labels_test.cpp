#include "framework/viewer/bin_labels.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include "unpacked.h"

namespace facet {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsNan;

/// Six bins of two sessions; in the fourth there is no choice.
SplitEmbedding run() {
  Label place{
      "place", LabelKind::continuous,
      at::tensor({0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0}).view({6, 2})};
  Label choice{"choice", LabelKind::discrete, at::tensor({1, 0, 1, -1, 0, 1}, at::kLong)};
  choice.classes = {"left", "right"};
  choice.missing = choice.values.lt(0);
  Label trial{"trial", LabelKind::discrete, at::tensor({7, 7, 9, 9, 9, -2}, at::kLong)};
  SplitEmbedding own;
  own.rows.embedding = at::zeros({6, 3});
  own.rows.labels = Labels(6, {place, choice, trial});
  own.rows.session = at::tensor({0, 0, 0, 0, 1, 1}, at::kLong);
  own.split = {{{0, 2}, {4, 5}}, {{2, 4}}};
  return own;
}

RunConfig two_sessions() {
  RunConfig config;
  config.data.session.resize(2);
  config.data.session[0].name = "monday";
  config.data.session[1].name = "tuesday";
  return config;
}

nlohmann::json label(const std::string& name) {
  const nlohmann::json bins = bin_labels(run(), two_sessions());
  for (const auto& one : bins["labels"])
    if (one["name"] == name) return one;
  return {};
}

TEST(BinLabels, AreThoseOfTheRunAndWhatItDidWithTheBins) {
  const nlohmann::json bins = bin_labels(run(), two_sessions());
  std::vector<std::string> names;
  for (const auto& one : bins["labels"]) names.push_back(one["name"]);
  EXPECT_THAT(names,
              ElementsAre("place[0]", "place[1]", "choice", "trial", "session", "part", "segment"));
  EXPECT_EQ(bins["size"], 6);
  EXPECT_EQ(bins["starts"], nlohmann::json({0, 2, 4}));
}

TEST(BinLabels, NumbersAreColumnByColumn) {
  EXPECT_THAT(unpacked(label("place[1]")),
              ElementsAre(1, DoubleNear(3, 1e-3), DoubleNear(5, 1e-3), DoubleNear(7, 1e-3),
                          DoubleNear(9, 1e-3), 12));
}

TEST(BinLabels, AnglesSayTheirPeriod) {
  SplitEmbedding own = run();
  own.rows.labels = Labels(6, {{"heading", LabelKind::continuous,
                                at::tensor({-175., 20., 90., 178., -40., 1.}).view({6, 1})}});
  EXPECT_EQ(bin_labels(own, two_sessions())["labels"][0]["period"], 360);
  EXPECT_FALSE(label("place[1]").contains("period"));
  own.rows.labels =
      Labels(6, {{"trial", LabelKind::discrete, at::tensor({0, 359, 90, 178, 40, 1}, at::kLong)}});
  EXPECT_FALSE(bin_labels(own, two_sessions())["labels"][0].contains("period"));
}

TEST(BinLabels, ClassesHaveTheirTexts) {
  EXPECT_EQ(label("choice")["classes"], nlohmann::json({"left", "right"}));
  EXPECT_THAT(unpacked(label("choice")), ElementsAre(1, 0, 1, IsNan(), 0, 1));
  EXPECT_EQ(label("trial")["classes"], nlohmann::json({"-2", "7", "9"}));
  EXPECT_THAT(unpacked(label("trial")), ElementsAre(1, 1, 2, 2, 2, 0));
}

TEST(BinLabels, SayWhatEachBinWasUsedFor) {
  EXPECT_EQ(label("session")["classes"], nlohmann::json({"monday", "tuesday"}));
  EXPECT_THAT(unpacked(label("session")), ElementsAre(0, 0, 0, 0, 1, 1));
  EXPECT_EQ(label("part")["classes"], nlohmann::json({"training", "held out"}));
  EXPECT_THAT(unpacked(label("part")), ElementsAre(0, 0, 1, 1, 0, IsNan()));
  EXPECT_THAT(unpacked(label("segment")), ElementsAre(0, 0, 1, 1, 2, IsNan()));
}

}  // namespace
}  // namespace facet
