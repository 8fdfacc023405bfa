#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "facet/export.h"

namespace facet {

/// sRGB, each from 0 to 1.
struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;

  bool operator==(const Colour&) const = default;
};

/// `#0072b2`
FACET_API std::string to_hex(const Colour& colour);

/// A dot of an image: red, green, blue and opacity.
FACET_API std::array<std::uint8_t, 4> pixel_of(const Colour& colour, double opacity = 1);

/// A colour by its perceived lightness (0 to 1), chroma and hue (in turns), in the space OKLab
/// (Ottosson, A perceptual color space for image processing, 2020); what a screen cannot show is
/// brought to the nearest colour that it can.
FACET_API Colour perceived_colour(double lightness, double chroma, double hue);

/// How many things of a kind have colours of their own.
inline constexpr std::size_t class_colours = 12;

/// For things of a kind: colours that people with any colour vision tell apart. Six are those of
/// Okabe and Ito (Color universal design, 2008), then come darker or lighter ones of these hues,
/// chosen so that no two are more alike than two of the first six, also where red or green light is
/// not seen (Machado, Oliveira and Fernandes, 2009). After the last one the first comes again.
FACET_API Colour class_colour(std::size_t number);

/// Of what has no value.
inline constexpr Colour missing_colour{150 / 255., 150 / 255., 150 / 255.};

/// For numbers, t from 0 to 1: from a dark blue to a light yellow, ever lighter, so that it reads
/// without colour, too.
FACET_API Colour ramp_colour(double t);

/// For angles, in turns: once around all hues, equally light.
FACET_API Colour circle_colour(double turns);

}  // namespace facet
