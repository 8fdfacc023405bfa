#include <gtest/gtest.h>

#include <numeric>

#include "framework/layout/joined_sessions.h"
#include "framework/sampling/toy_sampler.h"
#include "plugins/built_plugins.h"
#include "plugins/core/distributions/sampling.h"

namespace facet {
namespace {

/// Session 0 has bins 0 to 399, in which x rises by 1 a bin from 0; session 1 has bins 400 to 999,
/// in which it rises by 3 from 0.5, so that no label of one is a label of the other. The class is
/// 1 where x is above 200. The first 30 bins of session 1 are held out.
SamplingSpace two_sessions() {
  std::vector<double> x;
  std::vector<std::int64_t> classes;
  for (int i = 0; i < 1000; ++i) {
    x.push_back(i < 400 ? i : 0.5 + 3 * (i - 400));
    classes.push_back(x.back() > 200 ? 1 : 0);
  }
  SamplingSpace space =
      one_segment(1000, {continuous_label("x", x), discrete_label("class", classes)});
  space.segments = {{0, 400, 0}, {430, 1000, 1}};
  space.bins = Bins(space.segments);
  return space;
}

double x_of(const SamplingSpace& space, std::int64_t bin) {
  return space.labels.find("x").values[bin][0].item<double>();
}

/// `count` references of each session, session after session.
std::vector<std::int64_t> references_of_both(std::int64_t count) {
  std::vector<std::int64_t> bins(static_cast<std::size_t>(2 * count));
  std::iota(bins.begin(), bins.begin() + count, 10);
  std::iota(bins.begin() + count, bins.end(), 450);
  return bins;
}

/// Every distribution that searches by a label.
const std::vector<std::pair<std::string, Table>> by_label = {
    {"time_delta", {{"label", "x"}}},
    {"delta_normal", {{"label", "x"}}},
    {"delta_vmf", {{"label", Table{{"name", "x"}, {"circular", true}}}}},
    {"mixed", {{"label", "x"}, {"discrete", "class"}}},
    {"discrete", {{"label", "class"}}},
    {"prior", {}}};

TEST(SeveralSessions, GetAsManyPositivesAsTheyHaveReferences) {
  const SamplingSpace space = two_sessions();
  for (const auto& [name, options] : by_label) {
    SCOPED_TRACE(name);
    const auto distribution = make<Distribution>(name, options, space);
    Random random(1);
    const auto positives = distribution->sample(references_of_both(150), random);
    std::int64_t in_first = 0, crossed = 0;
    for (std::size_t i = 0; i < positives.size(); ++i) {
      ASSERT_TRUE(space.bins.contains(positives[i]));
      in_first += positives[i] < 400;
      crossed += (positives[i] < 400) != (i < 150);
    }
    EXPECT_EQ(in_first, 150);
    // Each positive is of the other session with probability 150 / 300: 150 +- 5 * 8.7.
    EXPECT_NEAR(static_cast<double>(crossed), 150, 44);
  }
}

// From x = 100 in session 0 time_delta goes to 101 or, as session 1 does, to 103, and finds the
// nearest label of the session that it is dealt to.
TEST(SeveralSessions, PoolTheirDifferencesAndSearchInOne) {
  SamplingSpace space = two_sessions();
  const auto distribution = make<Distribution>("time_delta", {{"label", "x"}}, space);
  std::vector<std::int64_t> bins(100000, 100);
  bins.resize(200000, 500);
  Random random(2);
  auto positives = distribution->sample(bins, random);
  positives.resize(100000);
  const auto observed = counts(positives);
  ASSERT_EQ(observed.size(), 4U);
  // 399 differences of 1 and 569 of 3; half of the queries in each session.
  const double of_one = 399.0 / 968 / 2 * 1e5, of_three = 569.0 / 968 / 2 * 1e5;
  EXPECT_NEAR(observed.at(101), of_one, 5 * 141);
  EXPECT_NEAR(observed.at(103), of_three, 5 * 153);
  EXPECT_NEAR(observed.at(433), of_one, 5 * 141);    // x = 99.5, as near as 102.5
  EXPECT_NEAR(observed.at(434), of_three, 5 * 153);  // x = 102.5
}

TEST(SeveralSessions, PositivesAreInTheOrderOfTheReferences) {
  const SamplingSpace space = two_sessions();
  for (const std::string name : {"time_delta", "delta_normal"}) {
    const auto distribution = make<Distribution>(name, {{"label", "x"}}, space);
    const auto bins = references_of_both(150);  // x from 10 to 159 and from 150.5 to 597.5
    Random random(3);
    const auto positives = distribution->sample(bins, random);
    for (std::size_t i = 0; i < bins.size(); ++i) {
      const double from = x_of(space, bins[i]);
      if (from < 95 || from > 395) continue;  // beyond what the other session has
      EXPECT_LE(std::abs(x_of(space, positives[i]) - from), 5) << name;
    }
  }
}

TEST(SeveralSessions, TimeStaysInItsOwn) {
  const auto time = make<Distribution>("time", {{"time_offset", 5}}, two_sessions());
  EXPECT_FALSE(time->references().contains(397));
  Random random(4);
  EXPECT_EQ(time->sample(std::vector<std::int64_t>{394, 450}, random),
            (std::vector<std::int64_t>{399, 455}));
}

TEST(SeveralSessions, MustAllHaveEveryClass) {
  SamplingSpace space = two_sessions();
  space.bins = Bins({{0, 150, 0}, {430, 1000, 1}});  // class 1 begins at bin 201 of session 0
  for (const auto& [name, options] : by_label) {
    if (name != "discrete" && name != "mixed") continue;
    EXPECT_EQ(error_of([&] { make<Distribution>(name, options, space); }),
              "distribution '" + name +
                  "' cannot be used: class 1 of label 'class' is missing from session 0: positives "
                  "are searched in every session, so each must have all classes");
  }
}

// What a unified encoder takes: bins of one session, differences of all.
TEST(SeveralSessions, DifferencesArePooledWhereOneIsSearched) {
  SamplingSpace space = two_sessions();
  space.bins = space.bins.of_session(0);
  const auto distribution = make<Distribution>("time_delta", {{"label", "x"}}, space);
  Random random(5);
  const auto observed = counts(distribution->sample(std::vector<std::int64_t>(10000, 100), random));
  ASSERT_EQ(observed.size(), 2U);
  EXPECT_NEAR(observed.at(103), 569.0 / 968 * 1e4, 5 * 49);
}

// So small a delta finds the reference itself, in each session among its own bins.
TEST(SeveralSessions, AreSearchedOneByOneWhenTheyAreUnified) {
  toy::SamplerMaker maker(built_plugins(), two_sessions(), {},
                          std::make_shared<JoinedSessions>("x"));
  maker.add_distribution({"delta_normal", {{"label", "x"}, {"delta", 1e-9}}});
  const ObjectiveBins drawn = maker.make().draw(0)[0];
  ASSERT_EQ(drawn.reference.sizes(), at::IntArrayRef({512, 2}));
  EXPECT_TRUE(drawn.positive.equal(drawn.reference));
}

}  // namespace
}  // namespace facet
