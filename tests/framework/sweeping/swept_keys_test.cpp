#include "framework/sweeping/swept_keys.h"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

TEST(GridKey, HasValuesThatMayHoldCommasThemselves) {
  const GridKey grid = parse_grid_key(
      "objective[0].loss={ name = \"InfoNCE\", temperature = 0.5 },\"a,b\",[1, [2, 3]],Adam");
  EXPECT_EQ(grid.key, "objective[0].loss");
  EXPECT_THAT(grid.values, ElementsAre("{ name = \"InfoNCE\", temperature = 0.5 }", "\"a,b\"",
                                       "[1, [2, 3]]", "Adam"));
}

TEST(GridKey, ThatIsNoneIsAnError) {
  const std::string right = "is not KEY=VALUE,VALUE, such as training.batch_size=256,512";
  EXPECT_EQ(message_of([] { parse_grid_key("training.steps"); }), "'training.steps' " + right);
  EXPECT_EQ(message_of([] { parse_grid_key("=1,2"); }), "'=1,2' " + right);
  EXPECT_EQ(message_of([] { parse_grid_key("training.steps=1,,2"); }),
            "'training.steps=1,,2' has a value that is empty: it " + right);
  EXPECT_EQ(message_of([] { parse_grid_key("training.steps=1,2,1"); }),
            "training.steps has the value 1 twice");
  EXPECT_EQ(message_of([] { parse_grid_key("training..steps=1,2"); }),
            "'training..steps' is not a key such as objective[0].loss.name");
  EXPECT_EQ(message_of([] { parse_grid_key("training.seed=1,2"); }),
            "training.seed is what --seeds varies");
}

TEST(RandomKey, IsWholeWhereBothEndsAre) {
  const RandomKey whole = parse_random_key("model.num_output=2..16");
  EXPECT_EQ(whole.key, "model.num_output");
  EXPECT_TRUE(whole.whole && !whole.logarithmic);
  EXPECT_EQ(whole.low, 2);
  EXPECT_EQ(whole.high, 16);
  const RandomKey rate = parse_random_key("training.optimizer.lr=1e-5..1e-2:log");
  EXPECT_TRUE(rate.logarithmic && !rate.whole);
  EXPECT_EQ(rate.low, 1e-5);
  EXPECT_EQ(rate.high, 1e-2);
  EXPECT_FALSE(parse_random_key("a=1..2.0").whole);
  EXPECT_EQ(parse_random_key("a=-3..-1").low, -3);
}

TEST(RandomKey, ThatIsNoneIsAnError) {
  const std::string right =
      "is not KEY=LOW..HIGH or KEY=LOW..HIGH:log, such as training.optimizer.lr=1e-5..1e-2:log";
  for (const std::string text : {"a", "a=1", "a=1..", "a=1..x", "a=1..2:exp", "a=nan..1"})
    EXPECT_EQ(message_of([&] { parse_random_key(text); }), "'" + text + "' " + right);
  EXPECT_EQ(message_of([] { parse_random_key("a=2..2"); }),
            "a: LOW must be less than HIGH, got 2..2");
  EXPECT_EQ(message_of([] { parse_random_key("a=0..1:log"); }),
            "a: LOW must be > 0 with :log, got 0..1");
}

std::vector<double> drawn(const std::string& key, int number) {
  Random random(0);
  std::vector<double> values;
  for (int i = 0; i < number; ++i) values.push_back(std::stod(draw(parse_random_key(key), random)));
  return values;
}

double share_below(double limit, const std::vector<double>& values) {
  int below = 0;
  for (const double value : values) below += value < limit;
  return below / static_cast<double>(values.size());
}

TEST(RandomKey, IsDrawnEvenlyFromItsRange) {
  for (const double value : drawn("a=0.1..0.3", 2000)) {
    EXPECT_GE(value, 0.1);
    EXPECT_LE(value, 0.3);
  }
  EXPECT_NEAR(share_below(0.15, drawn("a=0.1..0.3", 2000)), 0.25, 0.05);
  // Half of the decades, whatever their width.
  EXPECT_NEAR(share_below(1e-3, drawn("a=1e-5..1e-1:log", 2000)), 0.5, 0.05);
}

TEST(RandomKey, DrawsBothEndsOfWholeNumbers) {
  const std::vector<double> values = drawn("a=1..4", 400);
  EXPECT_EQ(std::set<double>(values.begin(), values.end()), (std::set<double>{1, 2, 3, 4}));
  EXPECT_NEAR(share_below(2, values), 0.25, 0.08);
  const std::vector<double> powers = drawn("a=1..100:log", 2000);
  // P(1) = log 2 / log 101
  EXPECT_NEAR(share_below(2, powers), std::log(2) / std::log(101), 0.04);
  EXPECT_LE(*std::max_element(powers.begin(), powers.end()), 100);
}

TEST(RandomKey, IsWrittenWithFourDigits) {
  Random random(0);
  EXPECT_LE(draw(parse_random_key("a=0.1..0.9"), random).size(), std::string("0.1234").size());
}

}  // namespace
}  // namespace facet
