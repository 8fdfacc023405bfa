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
  std::vector<double> numbers = {1, std::numeric_limits<double>::infinity()};
  std::string red = "\033[31mred";
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
            options.add("b", &Options::text, "").one_of({"red", "blue"}));
ODD_OPTIONS(Endless, options.add("a", &Options::endless, "").above(0));
ODD_OPTIONS(InAList, options.add("a", &Options::numbers, ""));
ODD_OPTIONS(Coloured, options.add("a", &Options::red, "a colour"));
ODD_OPTIONS(TwoLines, options.add("a", &Options::number, "first\nsecond"));
ODD_OPTIONS(Latin1, options.add("a", &Options::text, "").one_of({"blue", "gr\xfcn"}));
ODD_OPTIONS(Several, options.add("a", &Options::number, "").above(0),
            options.add("b c", &Options::number, ""), options.add("d", &Options::missing, ""));

struct Within {
  struct Inner {
    double size = -1;
    static void describe(OptionsDescription<Inner>& options) {
      options.add("size", &Inner::size, "how large").above(0);
    }
  };
  Inner inner;
};
struct TableWithin : Scheduler {
  struct Options : Within {
    static void describe(OptionsDescription<Options>& options) {
      options.add("inner", &Options::inner, "a table");
    }
  };
  explicit TableWithin(const Options&) {}
  std::optional<std::vector<double>> weights(std::int64_t) const override { return {}; }
};

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
  EXPECT_EQ(refusal<NotANumber>(), "'a' is not finite by default");
  EXPECT_EQ(refusal<Endless>(), "'a' is not finite by default");
  EXPECT_EQ(refusal<InAList>(), "'a' is not finite by default");
  EXPECT_EQ(refusal<TableWithin>(), "inner.size must be > 0, got -1.0 by default");
  EXPECT_EQ(refusal<Fine>(), "");
}

TEST(DescribedOptions, HaveNamesThatAConfigCanHold) {
  EXPECT_EQ(refusal<Twice>(), "'a' is described twice");
  EXPECT_EQ(refusal<Nameless>(), "the name '' must consist of letters, digits, '_' and '-'");
  EXPECT_EQ(refusal<Spaced>(),
            "the name 'with space' must consist of letters, digits, '_' and '-'");
  EXPECT_EQ(refusal<Dotted>(), "the name 'a.b' must consist of letters, digits, '_' and '-'");
}

TEST(DescribedOptions, HaveTextsThatAPageAndATerminalCanShow) {
  const std::string control = "'a' has a line break or another control character in ";
  EXPECT_EQ(refusal<Coloured>(), control + "'?[31mred'");
  EXPECT_EQ(refusal<TwoLines>(), control + "'first?second'");
  EXPECT_EQ(refusal<Latin1>(), "'a' has bytes that are not UTF-8 in 'gr?n'");
}

TEST(DescribedOptions, AreRefusedWithAllThatIsWrong) {
  const std::string whose = "\n  the options of the scheduler 'odd' cannot be used: ";
  EXPECT_EQ(refusal<Several>(), "a must be > 0, got -1.0 by default" + whose +
                                    "the name 'b c' must consist of letters, digits, '_' and '-'" +
                                    whose + "'d' is not finite by default");
}

TEST(DescribedOptions, HaveChoicesOnlyWhereTheyAreLookedAt) {
  EXPECT_EQ(refusal<Wordy>(),
            "'a' is a number, which has no choices or words: one_of goes with a text, or_word with "
            "an IntegerOrWord");
}

}  // namespace
}  // namespace facet
