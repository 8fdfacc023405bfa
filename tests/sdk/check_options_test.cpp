#include <gmock/gmock.h>

#include <limits>

#include "message_of.h"
#include "sdk/options_for_tests.h"

namespace facet {
namespace {

std::string mistakes(const Table& given) {
  return message_of([&] { parse_options<Every>(given, {}, "run"); });
}

TEST(CheckOptions, ReportsAnotherType) {
  EXPECT_EQ(mistakes({{"flag", 1}}), "run.flag must be true or false, got 1");
  EXPECT_EQ(mistakes({{"count", 1.5}}), "run.count must be an integer, got 1.5");
  EXPECT_EQ(mistakes({{"rate", "fast"}}), "run.rate must be a number, got \"fast\"");
  EXPECT_EQ(mistakes({{"rate", std::numeric_limits<double>::quiet_NaN()}}),
            "run.rate must be a number, got nan");
  EXPECT_EQ(mistakes({{"mode", 2}}), "run.mode must be a text, got 2");
  EXPECT_EQ(mistakes({{"sizes", 3}}), "run.sizes must be a list of integers, got 3");
  EXPECT_EQ(mistakes({{"sizes", Value::List{0, "a"}}}),
            "run.sizes[1] must be an integer, got \"a\"");
  EXPECT_EQ(mistakes({{"inner", 3}}), "run.inner must be a table, got 3");
  EXPECT_EQ(mistakes({{"many", Table{}}}), "run.many must be a list of tables, got {}");
}

TEST(CheckOptions, ReportsWhatIsOutOfItsBounds) {
  EXPECT_EQ(mistakes({{"count", 0}}), "run.count must be >= 1 and < 10, got 0");
  EXPECT_EQ(mistakes({{"count", 10}}), "run.count must be >= 1 and < 10, got 10");
  EXPECT_EQ(mistakes({{"rate", 0}}), "run.rate must be > 0 and <= 1.5, got 0");
  EXPECT_EQ(mistakes({{"limit", -1}}), "run.limit must be > 0, got -1");
  EXPECT_EQ(mistakes({{"sizes", Value::List{1, -2}}}), "run.sizes[1] must be >= 0, got -2");
  EXPECT_EQ(mistakes({{"mode", "max"}}), "run.mode must be one of 'mean', 'sum', got \"max\"");
  EXPECT_EQ(mistakes({{"count", 9}, {"rate", 1.5}}), "");
}

// The largest and the smallest normal number of IEEE 754's binary32.
TEST(CheckOptions, ReportsWhatNoFloat32CanBe) {
  const std::string fit = " must fit into a float32: 0, or in size from 1.2e-38 to 3.4e+38, got ";
  EXPECT_EQ(mistakes({{"limit", 1e300}}), "run.limit" + fit + "1e+300");
  EXPECT_EQ(mistakes({{"limit", std::numeric_limits<double>::infinity()}}),
            "run.limit" + fit + "inf");
  EXPECT_EQ(mistakes({{"rate", 1e-300}}), "run.rate" + fit + "1e-300");
  EXPECT_EQ(mistakes({{"rates", Value::List{0.5, -1e39}}}), "run.rates[1]" + fit + "-1e+39");
  EXPECT_EQ(mistakes({{"limit", 3.4e38}, {"rate", 1.2e-38}, {"rates", Value::List{0}}}), "");
}

TEST(CheckOptions, ReportsAnotherWordThanAnIntegerMayBe) {
  EXPECT_EQ(mistakes({{"batch", "all"}}),
            "run.batch must be an integer >= 1 or 'full', got \"all\"");
  EXPECT_EQ(mistakes({{"batch", 0}}), "run.batch must be >= 1 or 'full', got 0");
}

TEST(CheckOptions, SuggestsAKeyForOneThatIsNotKnown) {
  EXPECT_EQ(mistakes({{"raet", 1}}), "run.raet is not known, did you mean 'rate'?");
  EXPECT_EQ(mistakes({{"inner", Table{{"y", 1}}}}), "run.inner.y is not known, did you mean 'x'?");
  EXPECT_EQ(mistakes({{"temperature", 1}}), "run.temperature is not known");
}

TEST(CheckOptions, ReportsAComponentWithoutName) {
  EXPECT_EQ(mistakes({{"scheduler", 1}}),
            "run.scheduler must be the name of a scheduler or a table with `name`, got 1");
  EXPECT_EQ(mistakes({{"observers", Value::List{Table{}}}}),
            "run.observers[0].name is missing: the name of an observer");
  EXPECT_EQ(mistakes({{"observers", Value::List{Table{{"name", 3}}}}}),
            "run.observers[0].name must be the name of an observer, got 3");
}

TEST(CheckOptions, ReportsALabelThatIsNone) {
  EXPECT_EQ(mistakes({{"label", 1}}),
            "run.label must be the name of a label, or a list of them, got 1");
  EXPECT_EQ(mistakes({{"label", Value::List{}}}),
            "run.label must be the name of a label, or a list of them, got []");
  EXPECT_EQ(mistakes({{"label", Table{{"weight", 1}}}}),
            "run.label.name is missing: a label of the recording");
  EXPECT_EQ(mistakes({{"label", Value::List{"a", Table{{"name", "b"}, {"scale", "max"}}}}}),
            "run.label[1].scale must be one of 'none', 'zscore', 'range', got \"max\"");
}

TEST(CheckOptions, ReportsAllMistakesAtOnceInTheirPlaces) {
  const auto at = [](Value value, int line) {
    value.where = {"run.toml", line, 5};
    return value;
  };
  EXPECT_EQ(mistakes({{"rate", at(-1, 9)},
                      {"inner", at(Table{{"x", at(-2, 7)}}, 6)},
                      {"speed", at(1, 5)},
                      {"mode", at(true, 8)}}),
            "run.toml:5:5: run.speed is not known\n"
            "run.toml:7:5: run.inner.x must be >= 0, got -2\n"
            "run.toml:8:5: run.mode must be a text, got true\n"
            "run.toml:9:5: run.rate must be > 0 and <= 1.5, got -1");
}

struct Span {
  std::int64_t begin = 0, end = 1;
  std::string name;

  static void describe(OptionsDescription<Span>& options) {
    options.add("begin", &Span::begin, "first");
    options.add("end", &Span::end, "one past the last");
    options.add("name", &Span::name, "what it is called").required();
  }
  void validate(Problems& problems, const std::string& key) const {
    if (begin >= end) problems.add({}, join_key(key, "end"), "must be > begin");
  }
};

TEST(CheckOptions, ReportsWhatIsMissing) {
  EXPECT_EQ(message_of([] { parse_options<Span>({}); }), "name is missing: what it is called");
}

TEST(CheckOptions, ValidatesWhatSpansSeveralOptions) {
  EXPECT_EQ(message_of([] {
              parse_options<Span>({{"name", "a"}, {"begin", 3}, {"end", 3}}, {}, "slice",
                                  {"run.toml", 2, 1});
            }),
            "run.toml:2:1: slice.end must be > begin");
}

}  // namespace
}  // namespace facet
