#include "framework/binning/clock.h"

#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

#include "framework/binning/binning_data.h"
#include "message_of.h"

namespace facet {
namespace {

using Whole = std::int64_t;

std::string refused(double start, double stop, double width) {
  return message_of([&] { BinClock(start, stop, width); });
}

/// By both ways to find it.
Whole bin_at(const BinClock& bins, double seconds) {
  const Whole bin = bins.bin_of(bins.ticks().at(seconds));
  EXPECT_EQ(bins.bin_at(seconds), bin) << seconds;
  return bin;
}

TEST(Ticks, AreNanosecondsRoundedWithHalvesAwayFromZero) {
  const Ticks ticks;
  EXPECT_EQ(ticks.at(0.15), 150000000);
  EXPECT_EQ(ticks.at(3 * 0.05), 150000000);  // 0.15000000000000002
  EXPECT_EQ(ticks.at(-1.25), -1250000000);
  const Ticks seconds{1};
  EXPECT_EQ(seconds.at(2.5), 3);
  EXPECT_EQ(seconds.at(-2.5), -3);
  EXPECT_EQ(seconds.at(0.49999999999999994), 0);  // + 0.5 would be rounded to 1
  EXPECT_EQ(seconds.at(4503599627370497.0), 4503599627370497);
}

TEST(Ticks, AreThoseOfTheCLibrary) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> exponent(-3, 15);
  for (int i = 0; i < 100000; ++i) {
    const double x = std::pow(10, exponent(random)) * (i % 2 == 0 ? 1 : -1);
    ASSERT_EQ(Ticks{1}.at(x), std::llround(x)) << x;
  }
}

TEST(Ticks, OfTimesThatNoRecordingHasAreTheEnds) {
  EXPECT_EQ(Ticks().at(1e300), 4000000000000000000);
  EXPECT_EQ(Ticks().at(-std::numeric_limits<double>::infinity()), -4000000000000000000);
}

TEST(BinClock, HasTheEdgesAndCentresOfTheRule) {
  const BinClock bins(0, 60, 0.05);
  EXPECT_EQ(bins.size(), 1200);
  EXPECT_TRUE(at::equal(bins.edges(), binning_array("aligned.npz", "edges")));
  EXPECT_TRUE(at::equal(bins.centres(), binning_array("aligned.npz", "centres")));
}

TEST(BinClock, HoldsTheTimesFromAnEdgeToBeforeTheNextOne) {
  const BinClock bins(-0.1, 0.07, 0.05);  // what is left over, 0.02 s, is no bin
  EXPECT_EQ(bins.size(), 3);
  EXPECT_EQ(bin_at(bins, -0.1000001), -1);
  EXPECT_EQ(bin_at(bins, -0.1), 0);
  EXPECT_EQ(bin_at(bins, -0.0500001), 0);
  EXPECT_EQ(bin_at(bins, -0.05), 1);
  EXPECT_EQ(bin_at(bins, 0), 2);
  EXPECT_EQ(bin_at(bins, 0.049999999), 2);
  EXPECT_EQ(bin_at(bins, 0.05), -1);
}

/// Decimal numbers in whole microseconds, in which bins are found exactly.
TEST(BinClock, FindsTheBinThatExactArithmeticFinds) {
  std::mt19937_64 random(2);
  const auto any = [&](Whole from, Whole to) {
    return std::uniform_int_distribution<Whole>(from, to)(random);
  };
  const auto seconds = [](Whole microseconds) { return static_cast<double>(microseconds) / 1e6; };
  for (int clock = 0; clock < 300; ++clock) {
    const Whole width = any(4, 4 << any(0, 20)), start = any(-4000000, 3600000000);
    const Whole stop = start + width + any(0, 4000000000);
    const BinClock bins(seconds(start), seconds(stop), seconds(width));
    ASSERT_EQ(bins.size(), (stop - start) / width);
    for (int i = 0; i < 300; ++i) {
      Whole time = any(start - width, stop + width);
      if (i % 2 == 0) time = start + (time - start) / width * width;  // on an edge
      const bool inside = time >= start && time < start + bins.size() * width;
      ASSERT_EQ(bin_at(bins, seconds(time)), inside ? (time - start) / width : -1)
          << time << " us in bins of " << width << " us from " << start << " us";
    }
  }
}

TEST(BinClock, FindsTheSamplesOfARateInBinsThatNoDoubleIs) {
  const BinClock bins(0, 3600, 1.0 / 30);  // of 1000 samples at 30 kHz
  ASSERT_EQ(bins.size(), 108000);
  for (Whole sample = 0; sample < 108000000; sample += 499) {
    const auto i = static_cast<double>(sample);
    ASSERT_EQ(bin_at(bins, i / 30000), sample / 1000) << sample;
    ASSERT_EQ(bin_at(bins, i * (1.0 / 30000)), sample / 1000) << sample;
  }
  for (Whole frame = 0; frame < 108000; ++frame)
    ASSERT_EQ(bin_at(bins, static_cast<double>(frame) / 30), frame);
}

TEST(BinClock, FindsEveryEdgeOfAnHour) {
  for (const double width : {0.05, 0.02, 0.001, 0.1, 0.3, 0.7, 0.0123}) {
    const BinClock bins(0.013, 3600, width);
    for (Whole k = 0; k < bins.size(); ++k) {
      ASSERT_EQ(bin_at(bins, 0.013 + static_cast<double>(k) * width), k) << width;
      ASSERT_EQ(bins.bin_of(bins.edge(k + 1) - 1), k) << width;
    }
  }
}

TEST(BinClock, TellsUnixTimesApartByMicroseconds) {
  const double start = 1.7e9;
  const BinClock bins(start, start + 60, 0.05);
  EXPECT_EQ(bins.ticks().per_second, 1e6);
  EXPECT_EQ(bins.size(), 1200);
  for (Whole k = 0; k < 1200; ++k) {
    ASSERT_EQ(bin_at(bins, start + static_cast<double>(k) * 0.05), k);
    ASSERT_EQ(bin_at(bins, start + static_cast<double>(k + 1) * 0.05 - 1e-5), k);
  }
  EXPECT_EQ(BinClock(0, 4e6, 1).ticks().per_second, 1e9);
  EXPECT_EQ(BinClock(0, 4e6 + 1, 1).ticks().per_second, 1e6);
}

TEST(BinClock, HasTheMostBinsThatThereCanBe) {
  const BinClock bins(0, 2147483.648, 0.001);
  EXPECT_EQ(bins.size(), Whole{1} << 31);
  EXPECT_EQ(bin_at(bins, 2147483.647), (Whole{1} << 31) - 1);
  EXPECT_EQ(refused(0, 2147483.649, 0.001),
            "there are 2147483649 bins, more than 2^31: a bin must be wider, or the stop earlier");
}

TEST(BinClock, RefusesWhatIsNoBin) {
  EXPECT_EQ(refused(5, 3, 0.05), "the bins stop at 3 s, which is not after their start at 5 s");
  EXPECT_EQ(refused(5, 5, 0.05), "the bins stop at 5 s, which is not after their start at 5 s");
  EXPECT_EQ(refused(lost, 3, 0.05),
            "the bins start at nan s, which is no time in seconds (up to 1e12 is)");
  EXPECT_EQ(refused(0, 1.7e18, 0.05),
            "the bins stop at 1.7e+18 s, which is no time in seconds (up to 1e12 is)");
  EXPECT_EQ(refused(0, 3, 0), "a bin must be wider than 0 s, it is 0 s");
  EXPECT_EQ(refused(0, 3, -0.05), "a bin must be wider than 0 s, it is -0.05 s");
  EXPECT_EQ(refused(0, 3, lost), "a bin must be wider than 0 s, it is nan s");
  EXPECT_EQ(refused(0, 3, 5e-10),
            "a bin of 5e-10 s is narrower than a nanosecond, the finest that times are told apart "
            "by: a bin must be wider");
  EXPECT_EQ(refused(1.7e9, 1.7e9 + 1, 5e-7),
            "a bin of 5e-07 s is narrower than a microsecond, the finest that times beyond 4e6 s "
            "are told apart by: let the times begin nearer to 0: a bin must be wider");
  EXPECT_EQ(refused(0, 0.04, 0.05),
            "no bin of 0.05 s fits between the start at 0 s and the stop at 0.04 s: a bin must be "
            "narrower, or the stop later");
  EXPECT_EQ(refused(0, 1e5, 1e-6),
            "from 0 s to 100000 s there are 1e+11 bins of 1e-06 s, more than 2^31: a bin must be "
            "wider, or the stop earlier");
}

TEST(GapTicks, AreThoseOfTheGap) {
  EXPECT_EQ(gap_ticks(0.25, Ticks()), 250000000);
  EXPECT_EQ(gap_ticks(std::numeric_limits<double>::infinity(), Ticks()),
            std::numeric_limits<Whole>::max());
  EXPECT_EQ(message_of([] { gap_ticks(-1, Ticks()); }),
            "the largest gap must be 0 s or more, it is -1 s");
}

}  // namespace
}  // namespace facet
