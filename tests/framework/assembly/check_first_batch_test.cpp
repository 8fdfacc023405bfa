#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "facet/registrar.h"
#include "framework/assembly/assembly.h"
#include "framework/config/config_file.h"
#include "framework/toy_components.h"
#include "message_of.h"

namespace facet {
namespace {

/// Takes slices of one column alone, which it sees when it gets one.
class OneColumn : public ContrastiveCriterion {
 public:
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor&,
                          const at::Tensor&) override {
    if (reference.size(1) != 1)
      throw Error("OneColumn takes one column, got " + std::to_string(reference.size(1)));
    return {reference.mean(), reference.mean(), reference.mean()};
  }
};

/// The logarithm of nothing.
class Endless : public OneColumn {
 public:
  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor&,
                          const at::Tensor&) override {
    const at::Tensor loss = -(reference * 0).sum().log();
    return {loss, loss, loss};
  }
};

/// What assemble says of a run whose slice ends there; empty: nothing.
std::string message(std::int64_t slice_end, const std::string& loss = "OneColumn",
                    const std::string& on_nonfinite = "stop") {
  Registry registry;
  registry.add("toy", toy::register_components);
  registry.add("one", [](Registrar& registrar) {
    registrar.add<OneColumn>("OneColumn", "one column");
    registrar.add<Endless>("Endless", "never finite");
    registrar.add_default<toy::Uniform>("empirical", "every bin equally likely");
  });
  const std::string text = R"(
[data]
signals = "neural"
[model]
name = "Sum"
[[objective]]
slice = [0, )" + std::to_string(slice_end) +
                           R"(]
loss = ")" + loss + R"("
distribution = "Shift"
[training]
on_nonfinite = ")" + on_nonfinite +
                           R"("
optimizer = "Descent"
batch_size = 4
)";
  const RunConfig config = parse_run_config_text(text, "memory", registry, DataFiles::at_hand);
  const LoadedRecording recording =
      make_recording("counting", {{{"neural", at::rand({20, 3})}}}, config.data);
  return message_of([&] { assemble(config, {recording}, registry); });
}

TEST(CheckFirstBatch, FindsWhatTheFirstStepWouldFailWith) {
  EXPECT_EQ(
      message(2),
      "memory: the first batch cannot be trained on: objective[0].loss: criterion one/OneColumn, "
      "in forward(): OneColumn takes one column, got 2");
}

TEST(CheckFirstBatch, FindsALossThatIsNotFinite) {
  EXPECT_THAT(message(1, "Endless"),
              testing::StartsWith("memory: the first batch cannot be trained on: the loss of "
                                  "objective[0].loss (criterion one/Endless) is not finite: likely "
                                  "causes are signals that are raw counts"));
  EXPECT_EQ(message(1, "Endless", "skip"), message_of([] {}));
}

TEST(CheckFirstBatch, SaysNothingOfOneThatCanBeTrainedOn) {
  EXPECT_EQ(message(1), message_of([] {}));
}

}  // namespace
}  // namespace facet
