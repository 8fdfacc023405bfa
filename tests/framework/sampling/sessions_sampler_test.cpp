#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "framework/layout/joined_sessions.h"
#include "framework/sampling/toy_sampler.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::ElementsAre;

/// Three sessions of 30, 40 and 30 bins; the label `x` is the bin in the first, twice the bin
/// within the second, and falls from 60 by 2 a bin in the third.
SamplingSpace three_sessions() {
  const at::Tensor n = at::arange(40, at::kDouble);
  const at::Tensor x =
      at::cat({n.narrow(0, 0, 30), 2 * n, 60 - 2 * n.narrow(0, 0, 30)}).view({-1, 1});
  const std::vector<Segment> segments = {{0, 30, 0}, {30, 70, 1}, {70, 100, 2}};
  return {Labels(100, {{"x", LabelKind::continuous, x}}), segments, Bins(segments)};
}

/// A contrastive and a supervised objective.
toy::SamplerMaker maker_of(std::shared_ptr<const SessionLayout> layout,
                           std::optional<std::int64_t> num_negatives = 5) {
  Sampler::Options options;
  options.batch_size = 8;
  options.num_negatives = num_negatives;
  options.prior = ComponentChoice{"Uniform"};
  toy::SamplerMaker maker(toy::registry(), three_sessions(), options, std::move(layout));
  maker.add_distribution({"Shift", {{"shift", 2}}});
  maker.add_references();
  return maker;
}

Sampler sessions_sampler(std::optional<std::int64_t> num_negatives = 5) {
  return maker_of(std::make_shared<SeparateSessions>(), num_negatives).make();
}

TEST(SeveralSessionsSampler, DrawsAsManyOfEachSessionSessionAfterSession) {
  const auto drawn = sessions_sampler().draw(0);
  ASSERT_EQ(drawn[0].reference.sizes(), at::IntArrayRef({24}));
  ASSERT_EQ(drawn[0].negative.sizes(), at::IntArrayRef({15}));
  const Bins bins(three_sessions().segments);
  for (std::int64_t i = 0; i < 24; ++i)
    EXPECT_EQ(bins.segment_of(drawn[0].reference[i].item<std::int64_t>())->session, i / 8);
  for (std::int64_t i = 0; i < 15; ++i)
    EXPECT_EQ(bins.segment_of(drawn[0].negative[i].item<std::int64_t>())->session, i / 5);
  EXPECT_TRUE(drawn[0].positive.equal(drawn[0].reference + 2));
  EXPECT_TRUE(drawn[1].labelled.is_same(drawn[1].reference));
}

// A session's own bins alike: 28, 38 and 28 of them have a positive, whatever the others have.
TEST(SeveralSessionsSampler, DrawsTheBinsOfASessionEquallyOften) {
  const auto sampler = sessions_sampler();
  std::vector<double> drawn(100, 0);
  for (std::int64_t step = 0; step < 1000; ++step) {
    const at::Tensor references = sampler.draw(step)[0].reference;
    for (std::int64_t i = 0; i < 24; ++i)
      drawn[static_cast<std::size_t>(references[i].item<std::int64_t>())] += 1;
  }
  for (std::size_t bin = 0; bin < 100; ++bin) {
    const bool is_reference = bin < 28 || (bin >= 30 && bin < 68) || (bin >= 70 && bin < 98);
    const double expected = !is_reference ? 0 : bin >= 30 && bin < 68 ? 8000.0 / 38 : 8000.0 / 28;
    EXPECT_NEAR(drawn[bin], expected, 5 * std::sqrt(expected)) << bin;
  }
}

TEST(SeveralSessionsSampler, LetsEachReferenceMeetTheNegativesOfAllSessions) {
  const at::Tensor negatives = sessions_sampler(std::nullopt).draw(0)[0].negative;
  EXPECT_EQ(negatives.sizes(), at::IntArrayRef({3 * 8}));
}

TEST(SeveralSessionsSampler, NeedsBinsOfEverySession) {
  toy::SamplerMaker maker(toy::registry(), three_sessions(), {});
  maker.add_distribution({"Shift", {{"shift", 35}}});  // possible in the second session alone
  EXPECT_EQ(message_of([&] { maker.make(); }),
            "no bin of session 0 can be a reference of all objectives: their distributions leave "
            "none in common");
}

TEST(SessionAlignment, PutsTheNearestBinsOfTheOthersBesideABin) {
  const SessionAlignment alignment(three_sessions(), "x");
  EXPECT_THAT(alignment.sessions(), ElementsAre(0, 1, 2));
  // x = 7 lies between 6 and 8 of the second session, and 8 and 6 of the third: the lower bin.
  const std::vector<std::int64_t> bins = {7, 20};
  EXPECT_TRUE(alignment.align(bins, 0).equal(at::tensor({7, 33, 96, 20, 40, 90}).view({2, 3})));
  // x = 70 of the second is beyond the others.
  EXPECT_TRUE(alignment.align(std::vector<std::int64_t>{65}, 1)
                  .equal(at::tensor({29, 65, 70}).view({1, 3})));
}

toy::SamplerMaker joined_maker() {
  return maker_of(std::make_shared<JoinedSessions>("x"));
}

// Of bins that are all valid, what the objectives draw from and what is embedded is one search.
TEST(JoinedSessions, AreAlignedOnceForTheSameBins) {
  const JoinedSessions layout("x");
  const auto aligned = layout.alignment(three_sessions());
  EXPECT_EQ(layout.alignment(three_sessions()), aligned);
  SamplingSpace fewer = three_sessions();
  fewer.bins = Bins({{0, 20, 0}, {30, 70, 1}, {70, 100, 2}});
  EXPECT_NE(layout.alignment(fewer), aligned);
}

TEST(JoinedSampler, DrawsBinsOfAllSessionsThatBelongTogether) {
  const auto maker = joined_maker();
  const Sampler sampler = maker.make();
  const SamplingSpace space = three_sessions();
  std::vector<std::int64_t> drawn_sessions;
  for (std::int64_t step = 0; step < 300; ++step) {
    const ObjectiveBins bins = sampler.draw(step)[1];
    ASSERT_EQ(bins.reference.sizes(), at::IntArrayRef({8, 3}));
    const std::int64_t session =
        space.bins.segment_of(bins.labelled[0].item<std::int64_t>())->session;
    drawn_sessions.push_back(session);
    EXPECT_TRUE(bins.labelled.equal(bins.reference.select(1, session)));
    const at::Tensor list = bins.labelled.contiguous();
    SamplingSpace valid = space;
    valid.bins = maker.references();
    const SessionAlignment alignment(valid, "x");
    EXPECT_TRUE(bins.reference.equal(
        alignment.align(std::span<const std::int64_t>(list.data_ptr<std::int64_t>(), 8), session)));
  }
  for (std::int64_t session = 0; session < 3; ++session)  // 100 +- 5 * 8.2
    EXPECT_NEAR(std::count(drawn_sessions.begin(), drawn_sessions.end(), session), 100, 41);
}

TEST(JoinedSampler, SearchesPositivesWithinEachSession) {
  const auto maker = joined_maker();
  const Sampler sampler = maker.make();
  EXPECT_THAT(maker.references().segments(),
              ElementsAre(Segment{0, 28, 0}, Segment{30, 68, 1}, Segment{70, 98, 2}));
  const ObjectiveBins bins = sampler.draw(0)[0];
  EXPECT_TRUE(bins.positive.equal(bins.reference + 2));
  EXPECT_EQ(bins.negative.sizes(), at::IntArrayRef({5, 3}));
  EXPECT_FALSE(bins.negative.equal(bins.reference.narrow(0, 0, 5)));
}

// Rows of negatives belong together as those of references do: by the label of one of the sessions.
TEST(JoinedSampler, DrawsNegativesAsItDrawsReferences) {
  const auto maker = joined_maker();
  const Sampler sampler = maker.make();
  SamplingSpace valid = three_sessions();
  valid.bins = maker.references();
  const SessionAlignment alignment(valid, "x");
  std::set<std::int64_t> sessions;
  for (std::int64_t step = 0; step < 100; ++step) {
    const at::Tensor negatives = sampler.draw(step)[0].negative;
    bool aligned = false;
    for (std::int64_t session = 0; session < 3; ++session) {
      const at::Tensor own = negatives.select(1, session).contiguous();
      const std::span<const std::int64_t> bins(own.data_ptr<std::int64_t>(), 5);
      if (!negatives.equal(alignment.align(bins, session))) continue;
      aligned = true;
      sessions.insert(session);
    }
    EXPECT_TRUE(aligned) << negatives;
  }
  EXPECT_EQ(sessions.size(), 3U);
}

}  // namespace
}  // namespace facet
