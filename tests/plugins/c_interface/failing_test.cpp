// What a plugin of the C interface says went wrong, and with which name it is told.
#include <ATen/ops/zeros.h>
#include <gmock/gmock.h>

#include "facet/criterion.h"
#include "facet/distribution.h"
#include "framework/calls/call.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::HasSubstr;

Registry& c_failing() {
  static const std::unique_ptr<Registry> registry = open_registry({PLUGINS "/c_failing"});
  return *registry;
}

std::shared_ptr<ContrastiveCriterion> criterion(Table options) {
  return c_failing().create<ContrastiveCriterion>({"Failing", std::move(options)}, {},
                                                  "objective[0].loss");
}

std::shared_ptr<Distribution> distribution(Table options) {
  SamplingSpace space;
  space.segments = {{0, 10, 0}};
  space.bins = Bins(space.segments);
  return c_failing().create<Distribution>({"failing", std::move(options)}, space,
                                          "objective[0].distribution");
}

double total(Table options) {
  const at::Tensor one = at::zeros({1, 1});
  const auto made = criterion(std::move(options));
  return call(*made, "in forward()", [&] { return made->forward(one, one, one); })
      .total.item<double>();
}

TEST(CFailing, ValuesOfEveryTypeArrive) {
  EXPECT_EQ(total({}), -0.25);
  EXPECT_EQ(total({{"weight", 2.5}, {"negated", false}}), 2.5);
  EXPECT_EQ(message_of([] {
              total({{"code", 10}});
            }),
            "objective[0].loss.code must be >= 1 and <= 9, got 10");
  EXPECT_THAT(message_of([] {
                total({{"place", "here"}});
              }),
              HasSubstr("objective[0].loss.place must be one of 'nowhere', 'create'"));
}

TEST(CFailing, WhatItsFlagsSayIsKnown) {
  EXPECT_TRUE(criterion({})->expects_unit_length());
  EXPECT_TRUE(criterion({})->is_info_nce());
}

TEST(CFailing, IsNamedWithItsMessage) {
  EXPECT_EQ(message_of([] {
              criterion({{"place", "create"}});
            }),
            "objective[0].loss cannot be used: no create today");
  EXPECT_EQ(message_of([] {
              total({{"place", "forward"}});
            }),
            "objective[0].loss: criterion c_failing/Failing, in forward(): no forward today");
  EXPECT_EQ(message_of([] {
              distribution({{"place", "references"}});
            }),
            "objective[0].distribution cannot be used: no references today");
  const auto made = distribution({{"place", "sample"}});
  Random random(0);
  const std::vector<std::int64_t> references{1, 2};
  EXPECT_EQ(
      message_of(
          [&] { call(*made, "in sample()", [&] { return made->sample(references, random); }); }),
      "objective[0].distribution: distribution c_failing/failing, in sample(): no sample today");
}

TEST(CFailing, IsNamedWithItsCodeWhereItHasNoMessage) {
  EXPECT_EQ(message_of([] {
              total({{"place", "mute"}, {"code", 7}});
            }),
            "objective[0].loss: criterion c_failing/Failing, in forward(): it returned 7 and no "
            "message");
}

TEST(CFailing, ReferencesThatMayNotBeDrawnAreRefused) {
  EXPECT_EQ(distribution({})->references().size(), 10);
  EXPECT_EQ(
      message_of([] {
        distribution({{"code", 3}});
      }),
      "objective[0].distribution cannot be used: gives references that are not among the bins "
      "that it may draw from");
}

}  // namespace
}  // namespace facet
