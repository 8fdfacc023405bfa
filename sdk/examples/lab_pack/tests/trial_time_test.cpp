#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include <map>

#include "facet/distribution.h"
#include "facet/error.h"
#include "lab.h"

namespace lab {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Gt;
using testing::Lt;
using testing::Pair;

/// Where a window reaches a bin back and a bin ahead.
facet::SamplingSpace space_of(const std::vector<facet::Segment>& trials,
                              const std::vector<std::int64_t>& conditions = {}) {
  std::vector<facet::Label> labels;
  if (!conditions.empty())
    labels.push_back({"target", facet::LabelKind::discrete, at::tensor(conditions)});
  return {facet::Labels(trials.back().end, labels), trials, facet::Bins(trials).fitting({1, 2})};
}

std::shared_ptr<facet::Distribution> trial_time(const facet::Table& options,
                                                const facet::SamplingSpace& space) {
  return registry().create<facet::Distribution>({"lab/trial_time", options}, space);
}

/// Full windows fit in bins 1 to 8, 11 to 20 and 23 to 28. Bin 13 comes two bins after the first of
/// them.
TEST(TrialTime, DrawsEachOtherTrialAndEachTimeWithinTheJitterEquallyOften) {
  const auto distribution = trial_time({{"jitter", 1}}, space_of({{0, 10}, {10, 22}, {22, 30}}));
  const std::vector<std::int64_t> references(60000, 13);
  facet::Random random(0);
  std::map<std::int64_t, int> counts;
  for (const std::int64_t bin : distribution->sample(references, random)) ++counts[bin];
  const auto a_sixth = AllOf(Gt(9550), Lt(10450));  // of 60000, and five standard deviations of 91
  EXPECT_THAT(counts, ElementsAre(Pair(2, a_sixth), Pair(3, a_sixth), Pair(4, a_sixth),
                                  Pair(24, a_sixth), Pair(25, a_sixth), Pair(26, a_sixth)));
}

TEST(TrialTime, HasReferencesAsLongAsAnotherTrialGoesOn) {
  const auto distribution = trial_time({{"jitter", 1}}, space_of({{0, 10}, {10, 22}, {22, 30}}));
  EXPECT_EQ(distribution->references().segments(),
            (std::vector<facet::Segment>{{1, 9}, {11, 20}, {23, 29}}));  // bin 20 has none
}

TEST(TrialTime, MatchesTrialsOfOneCondition) {
  std::vector<std::int64_t> conditions(30, 0);
  std::fill(conditions.begin() + 10, conditions.begin() + 22, 1);
  const auto space = space_of({{0, 10}, {10, 22}, {22, 30}}, conditions);
  const auto exact = trial_time({{"condition", "target"}, {"jitter", 0}}, space);
  EXPECT_EQ(exact->references().segments(), (std::vector<facet::Segment>{{1, 7}, {23, 29}}));
  facet::Random random(0);
  EXPECT_THAT(exact->sample(std::vector<std::int64_t>{2, 28}, random), ElementsAre(24, 6));

  // The only trial of its condition is matched with itself, but no bin is its own positive.
  const auto near = trial_time({{"condition", "target"}, {"jitter", 1}}, space);
  for (const std::int64_t bin : near->sample(std::vector<std::int64_t>(100, 15), random))
    EXPECT_TRUE(bin == 14 || bin == 16) << bin;
}

TEST(TrialTime, FindsAsManyPositivesInASessionAsItHasReferences) {
  const std::vector<facet::Segment> trials = {{0, 8, 0}, {8, 16, 0}, {16, 24, 1}, {24, 32, 1}};
  const auto distribution = trial_time({{"jitter", 0}}, space_of(trials));
  const std::vector<std::int64_t> references = distribution->references().all();
  facet::Random random(0);
  const std::vector<std::int64_t> positives = distribution->sample(references, random);
  EXPECT_EQ(references.size(), 24U);
  EXPECT_EQ(std::ranges::count_if(positives, [](std::int64_t bin) { return bin >= 16; }), 12);
  for (std::size_t i = 0; i < references.size(); ++i) {
    EXPECT_EQ(positives[i] % 8, references[i] % 8);
    EXPECT_NE(positives[i] / 8, references[i] / 8);
  }
}

/// Of the third trial's eight bins six have a match in the other session, and four in its own.
TEST(TrialTime, HasReferencesThatAreMatchedInEverySession) {
  const std::vector<facet::Segment> trials = {{0, 8, 0}, {8, 16, 0}, {16, 26, 1}, {26, 32, 1}};
  EXPECT_EQ(trial_time({{"jitter", 0}}, space_of(trials))->references().segments(),
            (std::vector<facet::Segment>{{1, 7, 0}, {9, 15, 0}, {17, 21, 1}, {27, 31, 1}}));
}

TEST(TrialTime, RefusesAConditionThatChangesWithinATrial) {
  std::vector<std::int64_t> conditions(20, 0);
  conditions[5] = 1;
  try {
    trial_time({{"condition", "target"}}, space_of({{0, 10}, {10, 20}}, conditions));
    FAIL();
  } catch (const facet::Error& error) {
    EXPECT_THAT(error.what(),
                testing::HasSubstr("condition 'target' changes between bins 1 and 8"));
  }
}

}  // namespace
}  // namespace lab
