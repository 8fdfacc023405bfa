#pragma once

namespace facet {

/// Angles in radians. As numbers 6.2 and 0.1 are far apart, as directions they are not.

/// The same direction, from 0 to below 2 pi.
double wrapped_angle(double angle);

/// The direction at the part `w` of the shorter way from one to another, as wrapped_angle; of two
/// ways of the same length that of falling angles.
double angle_between(double from, double to, double w);

/// The direction of the sum of unit vectors, of which the sums of sines and cosines are given, as
/// wrapped_angle: the circular mean. NaN where the vectors cancel out.
double mean_angle(double sines, double cosines);

}  // namespace facet
