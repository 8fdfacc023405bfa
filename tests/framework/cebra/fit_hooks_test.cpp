#include "framework/cebra/fit_hooks.h"

#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

TEST(FitHooks, NeedAFunction) {
  EXPECT_EQ(message_of([] { logger(nullptr, 1); }),
            "logger needs a function to call, and was given none");
  EXPECT_EQ(message_of([] { save_hook({}); }),
            "save_hook needs a function to call, and was given none");
  EXPECT_EQ(message_of([] { interrupted({}); }),
            "interrupted needs a function to call, and was given none");
}

TEST(FitHooks, ALoggerNeedsAFrequency) {
  for (const std::int64_t frequency : {0, -5})
    EXPECT_EQ(message_of([&] { logger([](const Report&) {}, frequency); }),
              "log_frequency must be >= 1, got " + std::to_string(frequency));
}

TEST(FitHooks, ALoggerIsCalledAsOftenAsAskedAndAtTheEnd) {
  std::vector<std::int64_t> steps;
  const auto observer = logger([&](const Report& report) { steps.push_back(report.step); }, 3);
  for (std::int64_t step = 1; step <= 7; ++step) observer->on_step({step, 7, {}});
  EXPECT_THAT(steps, testing::ElementsAre(3, 6, 7));
}

}  // namespace
}  // namespace facet
