#include "framework/training/early_stopping.h"

#include <ATen/Functions.h>
#include <gtest/gtest.h>

#include <cmath>

namespace facet {
namespace {

/// A state of one number.
class Number {
 public:
  NamedTensor named{"x", at::zeros({1})};
  std::vector<NamedTensor> state() const { return {named}; }
  void set(float value) { named.tensor.fill_(value); }
  float get() const { return named.tensor.item<float>(); }
};

TEST(EarlyStopping, EndsAfterSoManyValidationsInARowWithoutALowerLoss) {
  EarlyStopping stopping;
  const Number x;
  const auto after = [&](double loss) {
    stopping.update(loss, x.state());
    return stopping.exhausted(2);
  };
  EXPECT_FALSE(after(3));
  EXPECT_FALSE(after(3));  // not lower
  EXPECT_FALSE(after(2));
  EXPECT_FALSE(after(std::nan("")));
  EXPECT_TRUE(after(2.5));
}

TEST(EarlyStopping, RestoresTheStateOfTheLowestLoss) {
  EarlyStopping stopping;
  Number x;
  x.set(7);
  stopping.restore(x.state());
  EXPECT_EQ(x.get(), 7);  // there was no validation yet
  x.set(1);
  stopping.update(0.5, x.state());
  x.set(2);
  stopping.update(0.6, x.state());
  x.set(3);
  stopping.restore(x.state());
  EXPECT_EQ(x.get(), 1);
}

TEST(EarlyStopping, GoesOnFromItsState) {
  EarlyStopping stopped, resumed;
  Number x;
  x.set(1);
  stopped.update(0.5, x.state());
  x.set(2);
  stopped.update(0.6, x.state());
  resumed.load_state(stopped.state());
  EXPECT_FALSE(resumed.exhausted(2));
  resumed.update(0.55, x.state());
  EXPECT_TRUE(resumed.exhausted(2));
  resumed.restore(x.state());
  EXPECT_EQ(x.get(), 1);
}

}  // namespace
}  // namespace facet
