#include "framework/training/trust_checks.h"

#include <gmock/gmock.h>

#include <limits>

#include "framework/training/toy_training.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// Reports a temperature that is, or is not, held at its bound.
class Bounded : public ContrastiveCriterion {
 public:
  struct Options {
    bool held = true;
    static void describe(OptionsDescription<Options>& options) {
      options.add("held", &Options::held, "at its bound");
    }
  };
  explicit Bounded(const Options& options) : held_(options.held) {}
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor&,
                          const at::Tensor&) override {
    return {reference.sum(), reference.sum(), reference.sum()};
  }
  std::vector<Quantity> quantities() const override {
    return {
        {"temperature", at::scalar_tensor(0.1, at::kDouble), at::scalar_tensor(held_, at::kBool)}};
  }

 private:
  bool held_;
};

TEST(CheckBounds, WarnsOfAQuantityThatIsHeldAtOne) {
  Registry registry;
  registry.add("bounds", [](Registrar& registrar) { registrar.add<Bounded>("Bounded", "held"); });
  const auto criterions =
      create_criterions(registry,
                        {{{0, 1}, ComponentChoice{"Bounded", {{"held", false}}}},
                         {{1, 2}, ComponentChoice{"Bounded"}}},
                        {});
  EXPECT_THAT(
      check_bounds(*criterions),
      ElementsAre("objective[1]: the temperature of its loss is held at its bound, 0.1, and "
                  "was not found by training: set another bound, or take a loss where it "
                  "is fixed"));
}

TEST(CheckSpread, WarnsOfASliceThatHasCollapsed) {
  at::Tensor embedding = at::zeros({4, 3});
  embedding.select(1, 0).copy_(at::tensor({1.0, -1.0, 1.0, -1.0}));
  embedding.select(1, 1).copy_(at::tensor({5.001, 4.999, 5.001, 4.999}));
  embedding[3][1] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_THAT(check_spread(embedding, {{0, 1}, {1, 3}, {0, 3}}),
              ElementsAre("objective[1]: its slice 1:3 has collapsed: over the recording the "
                          "embedding there stays within 0.000943 of one point (root mean square), "
                          "so that nothing can be read from it: look at its loss in the history, "
                          "train longer, or change the loss or the learning rate"));
}

TEST(CheckSpread, IsRelativeForSmallEmbeddingsAndAbsoluteForDistantOnes) {
  const at::Tensor wave = at::linspace(0, 6, 50, at::kDouble).sin().view({50, 1});
  EXPECT_THAT(check_spread(1e-4 * wave, {{0, 1}}), IsEmpty());       // a label in a small unit
  EXPECT_THAT(check_spread(100 + 0.1 * wave, {{0, 1}}), IsEmpty());  // only distances count
  EXPECT_EQ(check_spread(100 + 1e-3 * wave, {{0, 1}}).size(), 1U);
}

TEST(RequireFinite, RefusesAnEmbeddingThatIsNotFiniteWhereItWasTrainedOn) {
  const at::Tensor embedding = at::ones({10, 2});
  embedding[0][1] = std::numeric_limits<float>::quiet_NaN();  // a bin without a window
  const Bins drawn({{1, 5}, {6, 10}});
  EXPECT_NO_THROW(require_finite(embedding, drawn));
  embedding[2][0] = std::numeric_limits<float>::infinity();
  embedding[7].fill_(std::numeric_limits<float>::quiet_NaN());
  EXPECT_THAT(message_of([&] { require_finite(embedding, drawn); }),
              StartsWith("the embedding is not finite in 2 of 8 bins that were trained on"));
}

}  // namespace
}  // namespace facet
