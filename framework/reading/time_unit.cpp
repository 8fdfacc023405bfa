#include "framework/reading/time_unit.h"

#include <map>

#include "facet/error.h"

namespace facet {

namespace {

/// As files spell them, and how many are a second.
const std::map<std::string, double> known_units = {{"s", 1},
                                                   {"sec", 1},
                                                   {"secs", 1},
                                                   {"second", 1},
                                                   {"seconds", 1},
                                                   {"ms", 1e3},
                                                   {"msec", 1e3},
                                                   {"millisecond", 1e3},
                                                   {"milliseconds", 1e3},
                                                   {"us", 1e6},
                                                   {"usec", 1e6},
                                                   {"\u00b5s", 1e6},
                                                   {"\u03bcs", 1e6},
                                                   {"microsecond", 1e6},
                                                   {"microseconds", 1e6},
                                                   {"ns", 1e9},
                                                   {"nanoseconds", 1e9},
                                                   {"min", 1.0 / 60},
                                                   {"minutes", 1.0 / 60}};

}  // namespace

bool has_time_unit(const FileArray& times) {
  return at::isFloatingType(times.type()) || known_units.contains(times.facts().unit);
}

double units_a_second(const FileArray& times, const FileConfig& file) {
  if (file.unit == "samples") return file.rate.value();
  if (file.unit) return known_units.at(*file.unit);
  if (const auto own = known_units.find(times.facts().unit); own != known_units.end())
    return own->second;
  if (at::isFloatingType(times.type())) return 1;
  throw Error(
      "holds whole numbers, and nothing says of what: its file needs unit = \"s\", \"ms\" or "
      "\"us\", or unit = \"samples\" with their rate, such as rate = 30000");
}

}  // namespace facet
