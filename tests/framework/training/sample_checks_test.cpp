#include "framework/training/sample_checks.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/training/toy_training.h"

namespace facet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// One objective whose positives lie `shift` bins later, and a supervised one.
std::vector<std::string> positives_at(std::int64_t shift) {
  const auto loader = toy::counting_loader();
  loader->add_target("twice");
  loader->add_distribution({"Shift", {{"shift", shift}}});
  loader->finalize();
  return check_positives(first_batches(*loader));
}

TEST(CheckPositives, WarnsWhenTheyAreTheReferenceItself) {
  EXPECT_THAT(
      positives_at(0),
      ElementsAre("objective[1]: 100 % of the positives are the reference itself, so that there is "
                  "hardly anything to learn: let its distribution go farther than from one bin to "
                  "the next, or choose a label whose values come again"));
  EXPECT_THAT(positives_at(1), IsEmpty());
}

at::Tensor list_of(const std::vector<std::int64_t>& list) {
  return at::tensor(list, at::kLong);
}

/// A batch of one contrastive objective on sessions of 6 and 4 bins.
std::vector<SampleBatch> batch_of(const std::vector<std::int64_t>& reference,
                                  const std::vector<std::int64_t>& positive,
                                  const std::vector<std::int64_t>& negative) {
  SampleBatch batch{{at::zeros({6, 2}), at::zeros({4, 3})},
                    {{list_of(reference), list_of(positive), list_of(negative)}}};
  return {batch};
}

TEST(CheckNegatives, WarnsWhenTheyAreNearlyAllOfTheirReferencesClass) {
  const auto batch = batch_of({0, 1, 2, 3, 4}, {1, 2, 3, 4, 5}, {5, 6});
  const ComparedLabel one_class{"cls", at::full({10}, 3, at::kLong)};
  const ComparedLabel two_classes{"cls", list_of({0, 0, 0, 0, 0, 0, 1, 1, 1, 1})};
  EXPECT_THAT(
      check_negatives(batch, {{one_class}}),
      ElementsAre("objective[0]: 100 % of the negatives have the same 'cls' as their reference, so "
                  "that there is hardly anything to tell apart: choose a label that differs more, "
                  "or select bins in which it does"));
  EXPECT_THAT(check_negatives(batch, {{two_classes}}), IsEmpty());  // half of them
  EXPECT_THAT(check_negatives(batch, {{}}), IsEmpty());             // compares no label
}

TEST(CheckNegatives, CountsThoseThatAreTheSameInAllLabels) {
  const auto batch = batch_of({0, 1, 2, 3, 4}, {1, 2, 3, 4, 5}, {5, 6});
  const ComparedLabel one_class{"cls", at::full({10}, 3, at::kLong)};
  const ComparedLabel position{"position", at::arange(10, at::kDouble).unsqueeze(1)};
  const ComparedLabel still{"position", at::ones({10, 2}, at::kDouble)};
  EXPECT_THAT(check_negatives(batch, {{one_class, position}}), IsEmpty());
  EXPECT_THAT(check_negatives(batch, {{one_class, still}}),
              ElementsAre(StartsWith("objective[0]: 100 % of the negatives have the same 'cls' and "
                                     "'position' as their reference")));
}

TEST(CheckSessions, WarnsWhenNoPositiveIsOfAnotherSession) {
  EXPECT_THAT(check_sessions(batch_of({0, 5, 6}, {5, 0, 9}, {0, 1})),
              ElementsAre(StartsWith("no objective compares the sessions: every positive is of its "
                                     "reference's own session")));
  EXPECT_THAT(check_sessions(batch_of({0, 5, 6}, {5, 6, 9}, {0, 1})), IsEmpty());
}

TEST(CheckSessions, AreComparedByATarget) {
  std::vector<SampleBatch> batch = batch_of({0, 5, 6}, {5, 0, 9}, {0, 1});
  batch[0].objectives.push_back({list_of({0, 5, 6})});
  EXPECT_THAT(check_sessions(batch), IsEmpty());
}

TEST(CheckSessions, IsOfSeveralSessionsAlone) {
  std::vector<SampleBatch> batch = batch_of({0, 5, 2}, {5, 0, 4}, {0, 1});
  batch[0].signals.pop_back();
  EXPECT_THAT(check_sessions(batch), IsEmpty());
}

}  // namespace
}  // namespace facet
