#include "framework/config/check_run_config.h"

#include <algorithm>
#include <regex>

#include "framework/config/check_data.h"
#include "framework/config/check_objectives.h"

namespace facet {

namespace {

void check_device(const std::string& device, const PlaceOf& place_of, Problems& problems) {
  static const std::regex known("auto|cpu|cuda(:[0-9]+)?");
  if (!std::regex_match(device, known))
    problems.add(place_of("training.device"), "training.device",
                 "must be auto, cpu, cuda or cuda:N, got \"" + device + "\"");
}

/// Whether `inner` is `outer`, or lies in it.
bool within(const std::string& inner, const std::string& outer) {
  return inner.starts_with(outer) &&
         (inner.size() == outer.size() || inner[outer.size()] == '.' || inner[outer.size()] == '[');
}

}  // namespace

bool has_problem(const Problems& problems, const std::string& key) {
  return std::any_of(problems.all().begin(), problems.all().end(), [&](const Problem& problem) {
    return within(problem.key, key) || within(key, problem.key);
  });
}

void check_run_config(const RunConfig& config, const Registry& registry, const PlaceOf& place_of,
                      Problems& problems) {
  check_recording(config.data, "data", place_of, problems);
  check_device(config.training.device, place_of, problems);
  check_slices(config, place_of, problems);
  check_pairs(config, registry, place_of, problems);
}

void check_data_files(const RunConfig& config, const PlaceOf& place_of, Problems& problems) {
  check_recording_files(config.data, "data", place_of, problems);
}

}  // namespace facet
