#pragma once

#include <string>

#include "facet/random.h"

namespace facet {

/// The same bytes with a few of the things that happen to files and that break readers: bits that
/// flip, a cut, bytes that are missing, twice there or exchanged, numbers that are extreme.
std::string mutated(std::string bytes, Random& random);

}  // namespace facet
