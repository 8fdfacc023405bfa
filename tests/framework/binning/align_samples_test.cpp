#include "framework/binning/align_samples.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "framework/binning/binning_data.h"
#include "message_of.h"

namespace facet {
namespace {

constexpr double any_gap = std::numeric_limits<double>::infinity();

FileArray::ReadRows rows_of(const at::Tensor& array) {
  return [array](Rows rows) { return array.slice(0, rows.begin, rows.end); };
}
SampleSeries series(const at::Tensor& times, const at::Tensor& values) {
  return {values.sizes().vec(), values.scalar_type(), rows_of(times), rows_of(values)};
}

/// Bins of 50 ms over a session, and what binning.py makes of its samples.
class AlignedSession : public testing::Test {
 protected:
  at::Tensor frames(AlignBy by, double gap = 0) const {
    return align_samples(series(binning_array("session.npz", "frame_times"),
                                binning_array("session.npz", "x")),
                         bins, {by, gap})
        .values;
  }
  /// Head direction in radians: 50 Hz from 0.01 s.
  at::Tensor head(const Alignment& alignment) const {
    const at::Tensor values = binning_array("session.npz", "head");
    return align_samples(
               {values.sizes().vec(), at::kFloat, regular_times(50, 0.01), rows_of(values)}, bins,
               alignment)
        .values;
  }
  at::Tensor expected(const char* name) const { return binning_array("aligned.npz", name); }

  const BinClock bins{0, 60, 0.05};
};

TEST_F(AlignedSession, HasTheMeanOfTheSamplesInABin) {
  EXPECT_TRUE(equal_or_nan(frames(AlignBy::mean), expected("mean")));
}

TEST_F(AlignedSession, HasTheLastSample) {
  EXPECT_TRUE(equal_or_nan(frames(AlignBy::last, 0.15), expected("last")));
}

TEST_F(AlignedSession, HasTheNearestSample) {
  EXPECT_TRUE(equal_or_nan(frames(AlignBy::nearest, 0.05), expected("nearest")));
}

TEST_F(AlignedSession, HasWhatIsOnTheLineBetweenSamples) {
  EXPECT_TRUE(equal_or_nan(frames(AlignBy::linear, 0.25), expected("linear")));
}

TEST_F(AlignedSession, HasMeansOfAngles) {
  EXPECT_TRUE(at::allclose(head({.by = AlignBy::mean, .angles = true}), expected("head_mean"), 0,
                           1e-12, /*equal_nan=*/true));
  EXPECT_TRUE(at::allclose(head({.by = AlignBy::mean}), expected("head_mean_wrong"), 0, 1e-12));
}

TEST_F(AlignedSession, HasWhatIsBetweenAngles) {
  EXPECT_TRUE(at::allclose(head({AlignBy::linear, 0.1, true}), expected("head_linear"), 0, 1e-12,
                           /*equal_nan=*/true));
}

TEST_F(AlignedSession, IsTheSameWhereTimesRunBackwards) {
  const at::Tensor times = binning_array("session.npz", "frame_times").clone();
  const at::Tensor values = binning_array("session.npz", "x").clone();
  std::vector<std::int64_t> order(times.size(0));
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin() + 100, order.end(), std::mt19937_64(1));
  const at::Tensor shuffled = integers(order);
  const SampleSeries mixed =
      series(times.index_select(0, shuffled), values.index_select(0, shuffled));
  std::int64_t backwards = 0;
  for (std::size_t i = 1; i < order.size(); ++i) backwards += order[i] < order[i - 1];
  for (const auto& [by, gap, name] :
       {std::tuple(AlignBy::last, 0.15, "last"), std::tuple(AlignBy::nearest, 0.05, "nearest"),
        std::tuple(AlignBy::linear, 0.25, "linear"), std::tuple(AlignBy::mean, 0., "mean")}) {
    const AlignedSamples aligned = align_samples(mixed, bins, {by, gap});
    EXPECT_TRUE(equal_or_nan(aligned.values, expected(name))) << name;
    EXPECT_EQ(aligned.faults.backwards, backwards);
    EXPECT_GE(aligned.faults.first_backwards, 101);
  }
}

/// A sample of whole microseconds and a whole value; lost where it is NaN.
struct Sample {
  std::int64_t time;
  double value;
};

/// Random samples, of which some share a time, some are lost, and some may lie out of order; and
/// what each bin must hold, found by looking at all of them in whole numbers.
class RandomSamples {
 public:
  RandomSamples(std::uint64_t seed, std::int64_t count, bool ascending) : random_(seed) {
    for (std::int64_t i = 0; i < count; ++i) {
      std::int64_t time = any(-500000, 3500000);
      if (any(0, 3) == 0) time = time / 10000 * 10000;  // on edges and centres
      samples_.push_back({time, any(0, 9) == 0 ? lost : static_cast<double>(any(-50, 50))});
    }
    const auto earlier = [](const Sample& a, const Sample& b) { return a.time < b.time; };
    in_time_ = samples_;
    std::stable_sort(in_time_.begin(), in_time_.end(), earlier);
    if (ascending) samples_ = in_time_;
  }

  SampleSeries as_series() const {
    std::vector<double> times, values;
    for (const Sample& sample : samples_) {
      times.push_back(static_cast<double>(sample.time) / 1e6);
      values.push_back(sample.value);
    }
    return series(numbers(times), numbers(values));
  }

  double last(std::int64_t end, std::int64_t centre, std::int64_t gap) const {
    const Sample* found = nullptr;
    for (const Sample& sample : in_time_)
      if (sample.time < end) found = &sample;
    return found && centre - found->time <= gap ? found->value : lost;
  }
  double nearest(std::int64_t centre, std::int64_t gap) const {
    const Sample* found = nullptr;
    for (const Sample& sample : in_time_) {
      const std::int64_t far = std::abs(sample.time - centre);
      if (far > gap) continue;
      const std::int64_t best = found ? std::abs(found->time - centre) : far + 1;
      if (far < best || (found->time == sample.time && sample.time < centre)) found = &sample;
    }
    return found ? found->value : lost;
  }
  double linear(std::int64_t centre, std::int64_t gap) const {
    const Sample *before = nullptr, *behind = nullptr;
    for (const Sample& sample : in_time_) {
      if (std::isnan(sample.value)) continue;
      if (sample.time < centre) before = &sample;
      if (sample.time >= centre && !behind) behind = &sample;
    }
    if (behind && behind->time == centre) return behind->value;
    if (!before || !behind || behind->time - before->time > gap) return lost;
    return (before->value * static_cast<double>(behind->time - centre) +
            behind->value * static_cast<double>(centre - before->time)) /
           static_cast<double>(behind->time - before->time);
  }
  std::pair<double, std::int64_t> sum_and_count(std::int64_t begin, std::int64_t end) const {
    std::pair<double, std::int64_t> found;
    for (const Sample& sample : in_time_)
      if (begin <= sample.time && sample.time < end && !std::isnan(sample.value)) {
        found.first += sample.value;
        ++found.second;
      }
    return found;
  }

 private:
  std::int64_t any(std::int64_t from, std::int64_t to) {
    return std::uniform_int_distribution(from, to)(random_);
  }

  std::mt19937_64 random_;
  std::vector<Sample> samples_, in_time_;
};

TEST(AlignSamples, FindsWhatExactArithmeticFindsAmongAllSamples) {
  const std::int64_t width = 40000, centre = 20000;  // in microseconds
  const BinClock bins(0, 3, 0.04);
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const RandomSamples samples(seed, static_cast<std::int64_t>(seed * seed / 8), seed % 2 == 0);
    const std::int64_t gap = static_cast<std::int64_t>(seed % 8) * 10000;
    const auto aligned = [&](AlignBy by) {
      const double seconds = seed % 8 == 7 ? any_gap : static_cast<double>(gap) / 1e6;
      return align_samples(samples.as_series(), bins, {by, seconds}).values;
    };
    const std::int64_t limit = seed % 8 == 7 ? std::numeric_limits<std::int64_t>::max() : gap;
    std::vector<double> last, nearest, linear, mean;
    std::vector<std::int64_t> count;
    for (std::int64_t begin = 0; begin < 3000000; begin += width) {
      last.push_back(samples.last(begin + width, begin + centre, limit));
      nearest.push_back(samples.nearest(begin + centre, limit));
      linear.push_back(samples.linear(begin + centre, limit));
      const auto [sum, in_bin] = samples.sum_and_count(begin, begin + width);
      mean.push_back(in_bin == 0 ? lost : sum / static_cast<double>(in_bin));
      count.push_back(in_bin);
    }
    EXPECT_TRUE(equal_or_nan(aligned(AlignBy::last), numbers(last)));
    EXPECT_TRUE(equal_or_nan(aligned(AlignBy::nearest), numbers(nearest)));
    EXPECT_TRUE(equal_or_nan(aligned(AlignBy::mean), numbers(mean)));
    EXPECT_TRUE(at::equal(aligned(AlignBy::count), integers(count)));
    EXPECT_TRUE(at::allclose(aligned(AlignBy::linear), numbers(linear), 0, 1e-11, true));
  }
}

TEST(AlignSamples, TakesColumnsByThemselves) {
  const at::Tensor values = numbers({0, 10, lost, 20, 4, lost, 6, 40}).view({4, 2});
  const SampleSeries samples = series(numbers({0, 1, 2, 3}), values);
  const BinClock bins(1, 3, 0.5);  // centres at 1.25, 1.75, 2.25, 2.75
  const auto aligned = [&](AlignBy by) { return align_samples(samples, bins, {by, 2}).values; };
  EXPECT_TRUE(equal_or_nan(aligned(AlignBy::linear),
                           numbers({2.5, 22.5, 3.5, 27.5, 4.5, 32.5, 5.5, 37.5}).view({4, 2})));
  EXPECT_TRUE(equal_or_nan(aligned(AlignBy::mean),
                           numbers({lost, 20, lost, lost, 4, lost, lost, lost}).view({4, 2})));
  EXPECT_TRUE(equal_or_nan(aligned(AlignBy::nearest),
                           numbers({lost, 20, 4, lost, 4, lost, 6, 40}).view({4, 2})));
  EXPECT_TRUE(at::equal(aligned(AlignBy::count), integers({0, 1, 0, 0, 1, 0, 0, 0}).view({4, 2})));
}

TEST(AlignSamples, KeepsWholeNumbersAndCodesOfText) {
  const at::Tensor codes = at::tensor({3, -1, 5}, at::kInt);
  const BinClock bins(0, 1, 0.2);  // centres at 0.1, 0.3, ...
  const AlignedSamples last =
      align_samples(series(numbers({0.25, 0.5, 0.7}), codes), bins, {AlignBy::last, 0.15});
  EXPECT_TRUE(at::equal(last.values, integers({-1, 3, -1, 5, -1})));
  EXPECT_TRUE(at::equal(last.missing, flags({1, 0, 0, 0, 1})));
  const AlignedSamples nearest =
      align_samples(series(numbers({0.25, 0.5, 0.7}), codes), bins, {AlignBy::nearest, any_gap});
  EXPECT_TRUE(at::equal(nearest.values, integers({3, 3, -1, 5, 5})));
  EXPECT_FALSE(nearest.missing.any().item<bool>());
  const at::Tensor open = flags({1, 0, 1});
  EXPECT_TRUE(at::equal(
      align_samples(series(numbers({0.25, 0.5, 0.7}), open), bins, {AlignBy::last, any_gap}).values,
      integers({-1, 1, 0, 1, 1})));
}

TEST(AlignSamples, LeavesOutRowsWithoutATimeAndTellsOfThem) {
  const SampleSeries samples =
      series(numbers({lost, 0.1, any_gap, 0.3, lost}), numbers({1, 2, 3, 4, 5}));
  const AlignedSamples aligned =
      align_samples(samples, BinClock(0, 0.4, 0.2), {.by = AlignBy::mean});
  EXPECT_TRUE(at::equal(aligned.values, numbers({2, 4})));
  EXPECT_EQ(aligned.faults.untimed, 3);
  EXPECT_EQ(aligned.faults.first_untimed, 0);
  EXPECT_EQ(aligned.faults.backwards, 0);
  EXPECT_EQ(aligned.faults.first_backwards, -1);
}

TEST(AlignSamples, GivesNothingWhereNoSampleIs) {
  const BinClock bins(0, 1, 0.5);
  for (const SampleSeries& samples :
       {series(numbers({}), numbers({})), series(numbers({lost, lost}), numbers({1, 2}))})
    for (const AlignBy by : {AlignBy::mean, AlignBy::last, AlignBy::nearest, AlignBy::linear})
      EXPECT_TRUE(
          equal_or_nan(align_samples(samples, bins, {by, any_gap}).values, numbers({lost, lost})));
}

TEST(AlignSamples, TakesAnglesAsDirections) {
  const BinClock bins(0, 1, 1);
  const auto middle = [&](AlignBy by, double a, double b) {
    return align_samples(series(numbers({0.25, 0.75}), numbers({a, b})), bins, {by, 1, true})
        .values[0]
        .item<double>();
  };
  for (const AlignBy by : {AlignBy::mean, AlignBy::linear}) {
    EXPECT_NEAR(middle(by, 6.2, 0.1), (6.2 + 0.1) / 2 - M_PI, 1e-12);
    EXPECT_NEAR(middle(by, 0.1, 6.1), (0.1 + 6.1) / 2 + M_PI, 1e-12);
    EXPECT_NEAR(middle(by, -1, -2), 2 * M_PI - 1.5, 1e-12);
    EXPECT_NEAR(middle(by, 100, 101), std::fmod(100.5, 2 * M_PI), 1e-12);
  }
  EXPECT_TRUE(std::isnan(middle(AlignBy::mean, 0, M_PI)));  // they cancel out
}

/// A series of 83 GB that is made as it is read: an hour of 384 channels at 30 kHz.
class RawSeries {
 public:
  SampleSeries series() {
    return {{108000000, 384}, at::kShort, regular_times(30000, 0), [this](Rows rows) {
              read_ += rows.end - rows.begin;
              largest_ = std::max(largest_, rows.end - rows.begin);
              return at::arange(rows.begin, rows.end, at::kLong)
                  .remainder(1000)
                  .to(at::kShort)
                  .unsqueeze(1)
                  .expand({-1, 384})
                  .contiguous();
            }};
  }

  std::int64_t read_ = 0, largest_ = 0;  // rows
};

TEST(AlignSamples, ReadsPiecesOfAHugeSeriesAndOnlyNearTheBins) {
  RawSeries raw;
  const BinClock bins(1800, 1800.5, 0.05);  // of 1500 samples each
  const AlignedSamples mean = align_samples(raw.series(), bins, {.by = AlignBy::mean});
  // The rows 54000000 + 1500 k to + 1499: remainders 0 .. 999, 0 .. 499, or 500 .. 999, 0 .. 999.
  const double even = (499.5 * 1000 + 249.5 * 500) / 1500,
               odd = (749.5 * 500 + 499.5 * 1000) / 1500;
  for (std::int64_t bin = 0; bin < 10; ++bin)
    EXPECT_DOUBLE_EQ(mean.values[bin][383].item<double>(), bin % 2 == 0 ? even : odd);
  EXPECT_EQ(raw.read_, 15000);
  EXPECT_LE(raw.largest_ * 384 * 8, 8 << 20);

  raw.read_ = raw.largest_ = 0;
  const AlignedSamples linear = align_samples(raw.series(), bins, {AlignBy::linear, 0.001});
  EXPECT_EQ(linear.values[0][0].item<double>(), 750);  // the centre is row 54000750
  EXPECT_LE(raw.read_, 15000 - 1500 + 2 * 31);
  EXPECT_LE(raw.largest_ * 384 * 8, 8 << 20);

  raw.read_ = raw.largest_ = 0;
  const BinClock minutes(0, 3600, 60);
  const AlignedSamples last = align_samples(raw.series(), minutes, {AlignBy::last, 60});
  EXPECT_TRUE(at::equal(last.values, at::full({60, 384}, 999, at::kLong)));
  EXPECT_EQ(raw.read_, 60);
}

TEST(AlignSamples, GoesOnBehindAPieceOfALongSeries) {
  const std::int64_t rows = 2500000;  // of which a piece has 2^20
  const at::Tensor values = at::arange(rows, at::kLong);
  const SampleSeries samples{{rows}, at::kLong, regular_times(1000, 0), rows_of(values)};
  const BinClock bins(0, 2500, 0.5);
  const at::Tensor first = at::arange(0, rows, 500, at::kLong);  // of each bin
  const auto aligned = [&](AlignBy by) { return align_samples(samples, bins, {by, 1}).values; };
  EXPECT_TRUE(at::equal(aligned(AlignBy::mean), first.to(at::kDouble) + 249.5));
  EXPECT_TRUE(at::equal(aligned(AlignBy::last), first + 499));
  EXPECT_TRUE(at::equal(aligned(AlignBy::nearest), first + 250));
  EXPECT_TRUE(at::equal(aligned(AlignBy::linear), (first + 250).to(at::kDouble)));
  EXPECT_TRUE(at::equal(aligned(AlignBy::count), at::full_like(first, 500)));
}

TEST(AlignSamples, RefusesWhatIsNoSeries) {
  const BinClock bins(0, 1, 0.5);
  EXPECT_EQ(message_of([&] {
              align_samples(series(numbers({0}), numbers({0})), bins, {AlignBy::last, -0.1});
            }),
            "the largest gap must be 0 s or more, it is -0.1 s");
  EXPECT_EQ(message_of([&] {
              align_samples(series(numbers({0}), at::zeros({1}, at::kComplexDouble)), bins, {});
            }),
            "samples are complex numbers, they must be real ones");
  EXPECT_EQ(message_of([&] {
              align_samples(series(numbers({0}), at::zeros({1, 2, 3})), bins, {});
            }),
            "samples must be rows, or rows x columns, they are 1 x 2 x 3");
  EXPECT_EQ(message_of([&] {
              align_samples(series(numbers({0, 1}), numbers({0, 1, 2})), bins, {});
            }),
            "times of samples must be float64, one for each of 3 rows, they are 2 of Double");
  EXPECT_EQ(message_of([] { regular_times(0, 0); }),
            "a rate of samples must be above 0 Hz, it is 0");
  EXPECT_EQ(message_of([] { regular_times(30, lost); }),
            "the time of the first sample must be one in seconds, it is nan");
}

}  // namespace
}  // namespace facet
