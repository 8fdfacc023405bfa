#include "framework/binning/angles.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace facet {

using std::numbers::pi;

double wrapped_angle(double angle) {
  double rest = std::fmod(angle, 2 * pi);
  if (rest < 0) rest += 2 * pi;
  return rest < 2 * pi ? rest : 0;  // a rest of -1e-17 is rounded to 2 pi
}

double angle_between(double from, double to, double w) {
  return wrapped_angle(from + w * (wrapped_angle(to - from + pi) - pi));
}

double mean_angle(double sines, double cosines) {
  if (std::hypot(sines, cosines) < 1e-12) return std::numeric_limits<double>::quiet_NaN();
  return wrapped_angle(std::atan2(sines, cosines));
}

}  // namespace facet
