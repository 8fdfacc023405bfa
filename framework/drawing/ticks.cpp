#include "framework/drawing/ticks.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "facet/text.h"
#include "framework/drawing/text_width.h"

namespace facet {

namespace {

/// The smallest of 1, 2, 5, 10, 20, ... times a power of ten that is at least `least`.
double round_step(double least) {
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1., 2., 5.})
    if (factor * power >= least * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

/// Multiples of the step, without the rounding of a sum.
std::vector<double> multiples(const Extent& extent, double step) {
  std::vector<double> found;
  const double slack = step * 1e-6;
  for (double i = std::ceil((extent.low - slack) / step); i * step <= extent.high + slack; ++i)
    found.push_back(i == 0 ? 0 : i * step);
  return found;
}

/// All digits down to those of the step; very large and very small ones with a power of ten, where
/// that is shorter.
std::string tick_text(double place, const Extent& extent, double step) {
  const double largest = std::max(std::abs(extent.low), std::abs(extent.high));
  const int first = static_cast<int>(std::floor(std::log10(largest)));
  const int last = static_cast<int>(std::floor(std::log10(step) + 1e-9));
  const int digits = first - last + 1;
  const int letters = first + 1 + (last < 0 ? 1 - last : 0), with_power = digits + 5;
  if (last < -4 || (largest >= 1e6 && with_power < letters))
    return number_text(place, std::clamp(digits, 1, 17));
  char text[32];
  const auto end =
      std::to_chars(text, text + sizeof text, place, std::chars_format::fixed, std::max(0, -last))
          .ptr;
  return {text, end};
}

}  // namespace

Extent extent_of(const std::vector<double>& numbers, double margin) {
  bool any = false;
  Extent extent;
  for (const double number : numbers) {
    if (!std::isfinite(number)) continue;
    extent = any ? Extent{std::min(extent.low, number), std::max(extent.high, number)}
                 : Extent{number, number};
    any = true;
  }
  if (!any) return {};
  const double around = std::max(std::abs(extent.low), std::abs(extent.high));
  if (extent.size() <= around * 1e-12) {
    const double half = around == 0 ? 0.5 : around / 10;
    return {extent.low - half, extent.high + half};
  }
  return {extent.low - margin * extent.size(), extent.high + margin * extent.size()};
}

std::vector<Tick> ticks_in(const Extent& extent, std::size_t most_steps) {
  std::vector<Tick> ticks;
  // Ten times as many are enough, but for an extent that is not finite, which has none.
  for (std::size_t steps = most_steps; ticks.size() < 2 && steps <= 10 * most_steps; ++steps) {
    const double step = round_step(extent.size() / static_cast<double>(steps));
    ticks.clear();
    for (const double place : multiples(extent, step))
      ticks.push_back({place, tick_text(place, extent, step)});
  }
  return ticks;
}

std::vector<Tick> ticks_along(const Extent& extent, double length, double letter_size) {
  const auto overlap = [&](const Tick& left, const Tick& right) {
    const double apart = (right.at - left.at) / extent.size() * length;
    return apart < (text_width(left.text, letter_size) + text_width(right.text, letter_size) +
                    letter_size) /
                       2;
  };
  for (std::size_t steps = 5;; --steps) {
    std::vector<Tick> ticks = ticks_in(extent, steps);
    if (std::ranges::adjacent_find(ticks, overlap) == ticks.end()) return ticks;
    if (steps > 1) continue;
    ticks.resize(1);
    return ticks;
  }
}

}  // namespace facet
