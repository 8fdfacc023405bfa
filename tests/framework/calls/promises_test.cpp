#include "framework/calls/promises.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include "framework/calls/drawn_bins.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::HasSubstr;

std::string loss_message(const at::Tensor& given, const at::Tensor& from) {
  return message_of([&] { require_loss(given, from, records_gradient(from), "the total"); });
}

TEST(Promises, ALossIsAScalarOfTheTypeOfItsInputsWithAGradient) {
  const at::Tensor x = at::ones({4, 2}).requires_grad_();
  EXPECT_EQ(loss_message(x.sum(), x), "");
  EXPECT_THAT(loss_message({}, x), HasSubstr("undefined"));
  EXPECT_THAT(loss_message(x.sum(1), x), HasSubstr("of shape 4, promised is a scalar"));
  EXPECT_THAT(loss_message(x.sum().view({1}), x), HasSubstr("of shape 1, promised is a scalar"));
  EXPECT_THAT(loss_message(x.sum().to(at::kDouble), x), HasSubstr("is Double on cpu"));
  EXPECT_THAT(loss_message(x.sum().detach(), x), HasSubstr("has no gradient"));
  const at::NoGradGuard in_a_validation;
  EXPECT_EQ(loss_message(x.sum(), x), "");
}

TEST(Promises, AnInputIsNotWrittenTo) {
  const at::Tensor x = at::ones({4, 2});
  const Unwritten inputs({x, x.narrow(1, 0, 1)});
  EXPECT_EQ(message_of([&] { inputs.require(); }), "");
  x.detach().mul_(2);
  EXPECT_THAT(message_of([&] { inputs.require(); }), HasSubstr("wrote into a tensor"));
}

TEST(Promises, WhatIsDrawnIsAmongTheBins) {
  const Bins bins({{2, 5, 0}, {8, 9, 0}});
  const auto message = [&](const std::vector<std::int64_t>& drawn) {
    return message_of([&] { require_drawn(drawn, 2, bins, "positives"); });
  };
  EXPECT_EQ(message({4, 8}), "");
  EXPECT_THAT(message({4}), HasSubstr("drew 1 positives, promised are 2"));
  for (const std::int64_t stray : {-1, 1, 5, 7, 9, 1000000})
    EXPECT_THAT(message({4, stray}),
                HasSubstr("drew bin " + std::to_string(stray) + " among the positives"));
}

}  // namespace
}  // namespace facet
