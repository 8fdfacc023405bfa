// Options that contradict themselves are refused as they are registered, not when they are used.
#include <gtest/gtest.h>

#include <limits>

#include "facet/scheduler.h"
#include "framework/registry/registry.h"
#include "message_of.h"

namespace facet {
namespace {

struct Numbers {
  double number = -1;
  double other = 2;
  std::string text = "blue";
  double missing = std::numeric_limits<double>::quiet_NaN();
  double endless = std::numeric_limits<double>::infinity();
};

#define ODD_OPTIONS(NAME, ...)                                                             \
  struct NAME : Scheduler {                                                                \
    struct Options : Numbers {                                                             \
      static void describe(OptionsDescription<Options>& options) { __VA_ARGS__; }          \
    };                                                                                     \
    explicit NAME(const Options&) {}                                                       \
    std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; } \
  }

ODD_OPTIONS(Below, options.add("a", &Options::number, "below its bound").above(0));
ODD_OPTIONS(Contradicting, options.add("a", &Options::other, "no number").above(5).below(2));
ODD_OPTIONS(NoChoice, options.add("a", &Options::text, "of other colours").one_of({"red"}));
ODD_OPTIONS(NotANumber, options.add("a", &Options::missing, "not a number"));
ODD_OPTIONS(Twice, options.add("a", &Options::number, ""), options.add("a", &Options::other, ""));
ODD_OPTIONS(Nameless, options.add("", &Options::number, ""));
ODD_OPTIONS(Spaced, options.add("with space", &Options::number, ""));
ODD_OPTIONS(Dotted, options.add("a.b", &Options::number, ""));
ODD_OPTIONS(Wordy, options.add("a", &Options::number, "").or_word("full"));
ODD_OPTIONS(Fine, options.add("a", &Options::number, "").at_least(-1),
            options.add("b", &Options::text, "").one_of({"red", "blue"}),
            options.add("c", &Options::endless, "").above(0));

template <class C>
std::string refusal() {
  Registry registry;
  const std::string message = message_of([&] {
    registry.add("lab", [](Registrar& registrar) { registrar.add<C>("odd", "odd options"); });
  });
  EXPECT_EQ(registry.components("scheduler").size(), message.empty() ? 1U : 0U);
  const std::string before =
      "plugin 'lab' failed to register its components: the options of the scheduler 'odd' cannot "
      "be used: ";
  return message.starts_with(before) ? message.substr(before.size()) : message;
}

TEST(DescribedOptions, HaveDefaultsThatTheyAllow) {
  EXPECT_EQ(refusal<Below>(), "a must be > 0, got -1.0 by default");
  EXPECT_EQ(refusal<Contradicting>(), "a must be > 5 and < 2, got 2.0 by default");
  EXPECT_EQ(refusal<NoChoice>(), "a must be one of 'red', got \"blue\" by default");
  EXPECT_EQ(refusal<NotANumber>(), "'a' is NaN by default");
  EXPECT_EQ(refusal<Fine>(), "");
}

TEST(DescribedOptions, HaveNamesThatAConfigCanHold) {
  EXPECT_EQ(refusal<Twice>(), "'a' is described twice");
  EXPECT_EQ(refusal<Nameless>(), "the name '' must consist of letters, digits, '_' and '-'");
  EXPECT_EQ(refusal<Spaced>(),
            "the name 'with space' must consist of letters, digits, '_' and '-'");
  EXPECT_EQ(refusal<Dotted>(), "the name 'a.b' must consist of letters, digits, '_' and '-'");
}

TEST(DescribedOptions, HaveChoicesOnlyWhereTheyAreLookedAt) {
  EXPECT_EQ(refusal<Wordy>(),
            "'a' is a number, which has no choices or words: one_of goes with a text, or_word with "
            "an IntegerOrWord");
}

}  // namespace
}  // namespace facet
