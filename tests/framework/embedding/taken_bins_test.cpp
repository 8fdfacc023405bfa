#include "framework/embedding/taken_bins.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include "facet/random.h"

namespace facet {
namespace {

TEST(TakenBins, AreWhatLibtorchsUniqueFinds) {
  const at::Generator generator = Random(3).generator();
  for (const std::int64_t highest : {1, 63, 64, 65, 1000, 1'000'000})
    for (const std::int64_t size : {1, 2, 500}) {
      SCOPED_TRACE(testing::Message() << size << " bins up to " << highest);
      const at::Tensor bins = at::randint(0, highest, {size}, generator, at::kLong) + 7;
      const auto [in_order, places, counts] = at::_unique2(bins, true, true, false);
      const TakenBins taken(bins);
      EXPECT_EQ(taken.first(), bins.min().item<std::int64_t>());
      EXPECT_EQ(taken.span(), (bins.max() - bins.min()).item<std::int64_t>() + 1);
      EXPECT_EQ(taken.size(), in_order.size(0));
      EXPECT_TRUE(taken.in_order().equal(in_order));
      EXPECT_TRUE(taken.places(bins).equal(places));
    }
}

}  // namespace
}  // namespace facet
