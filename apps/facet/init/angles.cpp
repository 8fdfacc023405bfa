#include "apps/facet/init/angles.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <numbers>
#include <set>

#include "facet/text.h"

namespace facet {

namespace {

/// As units of files say it, of numbers within one turn.
bool is_angle(const FileArray& array) {
  static const std::set<std::string> radians = {"rad", "rads", "radian", "radians"};
  static const std::set<std::string> degrees = {"deg", "degs", "degree", "degrees", "°"};
  const std::string& unit = array.facts().unit;
  if (!radians.contains(unit) && !degrees.contains(unit)) return false;
  const at::Tensor values = array.read().to(at::kDouble);
  const at::Tensor known = values.masked_select(values.isfinite());
  if (known.numel() == 0) return false;
  const double turn = radians.contains(unit) ? 2 * std::numbers::pi : 360;
  return (known.max() - known.min()).item<double>() <= turn * 1.001;
}

}  // namespace

std::optional<Reasoned<std::vector<std::string>>> choose_angles(
    const std::vector<std::string>& labels, const FileArrays& arrays) {
  std::vector<std::string> angles, units;
  for (const FileArray& array : arrays) {
    const bool is_label = std::ranges::find(labels, array.name()) != labels.end();
    if (!is_label || !at::isFloatingType(array.type()) || !is_angle(array)) continue;
    angles.push_back(array.name());
    const std::string& unit = array.facts().unit;
    if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
  }
  if (angles.empty()) return std::nullopt;
  return Reasoned<std::vector<std::string>>{
      angles,
      "in " + join(units, " and ") + ": averaged as directions, also across the end of a turn"};
}

}  // namespace facet
