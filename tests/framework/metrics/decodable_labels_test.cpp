#include "framework/metrics/decodable_labels.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <limits>

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<FitAndJudge> fitted_then_judged = {{at::arange(0, 5), at::arange(5, 10)}};

/// What is told of a label on ten bins, the later half of which is judged.
std::vector<std::string> told_of(const Label& label) {
  return undecoded_labels(at::ones({10, 1}), Labels(10, {label}), fitted_then_judged);
}

Label of_numbers(const at::Tensor& values) {
  return {"y", LabelKind::continuous, values.to(at::kDouble).view({10, -1})};
}

Label of_classes(const std::vector<std::int64_t>& values) {
  return {"y", LabelKind::discrete, at::tensor(values, at::kLong)};
}

TEST(UndecodedLabels, NoneOfWhatVariesAndCanBeLearned) {
  EXPECT_THAT(told_of(of_numbers(at::arange(10))), IsEmpty());
  EXPECT_THAT(told_of(of_classes({0, 1, 0, 1, 0, 1, 0, 1, 0, 1})), IsEmpty());
  EXPECT_THAT(told_of({"bin_time", LabelKind::continuous, at::zeros({10, 1}, at::kDouble)}),
              IsEmpty());
}

TEST(UndecodedLabels, SayWhatIsMissing) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  at::Tensor values = at::arange(10, at::kDouble);
  values.slice(0, 0, 5).fill_(nan);
  EXPECT_THAT(told_of(of_numbers(values)),
              ElementsAre("label 'y' is not decoded: no bin that decoders are fitted on has a "
                          "value of it"));
  values = at::arange(10, at::kDouble);
  values.slice(0, 5).fill_(nan);
  EXPECT_THAT(told_of(of_numbers(values)),
              ElementsAre("label 'y' is not decoded: no bin that decoders are judged on has a "
                          "value of it"));
}

TEST(UndecodedLabels, AreThoseOfOneValue) {
  EXPECT_THAT(told_of(of_numbers(at::full({10}, 0.1))),
              ElementsAre("label 'y' is not decoded: it has one value alone where decoders are "
                          "judged"));
  EXPECT_THAT(told_of(of_classes(std::vector<std::int64_t>(10, 3))),
              ElementsAre("label 'y' is not decoded: it has one class alone"));
  const at::Tensor half = at::stack({at::arange(10), at::full({10}, 7)}, 1);
  EXPECT_THAT(told_of({"y", LabelKind::continuous, half.to(at::kDouble)}),
              ElementsAre("label 'y' has one value alone in its column 1 where decoders are "
                          "judged: R2 is that of its other columns"));
}

// Trials are numbered: those that are held out were never seen.
TEST(UndecodedLabels, AreClassesThatCouldNotBeLearned) {
  EXPECT_THAT(told_of(of_classes({0, 1, 2, 3, 4, 5, 6, 7, 8, 9})),
              ElementsAre("label 'y' is not decoded: most bins that decoders are judged on have a "
                          "class that no bin has that they are fitted on"));
}

TEST(UndecodedLabels, AreLeftOutInEveryFold) {
  const std::vector<FitAndJudge> both = {fitted_then_judged[0],
                                         {at::arange(5, 10), at::arange(0, 5)}};
  at::Tensor values = at::arange(10, at::kDouble);
  values.slice(0, 5).fill_(1);
  EXPECT_THAT(told_of(of_numbers(values)).size(), 1U);
  EXPECT_THAT(undecoded_labels(at::ones({10, 1}), Labels(10, {of_numbers(values)}), both),
              IsEmpty());
  EXPECT_EQ(decodable_labels(at::ones({10, 1}), Labels(10, {of_numbers(values)}), both).size(), 1U);
}

}  // namespace
}  // namespace facet
