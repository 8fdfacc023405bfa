#include "asked_threads.h"

#include <sched.h>

#include <charconv>
#include <cstdlib>

namespace facet {

namespace {

constexpr const char* variable = "OMP_NUM_THREADS";

int cores_of_this_process() {
  cpu_set_t cores;
  return ::sched_getaffinity(0, sizeof cores, &cores) == 0 ? CPU_COUNT(&cores) : 0;
}

}  // namespace

std::string bound_asked_threads() {
  const char* set = std::getenv(variable);
  if (!set) return "";
  const std::string asked = set;
  if (asked.empty()) {
    ::unsetenv(variable);
    return "";
  }
  long threads = 0;
  const char* end = asked.data() + asked.size();
  const auto [rest, failure] = std::from_chars(asked.data(), end, threads);
  const bool a_list = rest != end && *rest == ',';  // of nested regions, which there are none of
  if (failure != std::errc{} || threads < 1 || (rest != end && !a_list))
    return std::string("the environment variable ") + variable + " is '" + asked +
           "': it must be an integer >= 1";
  const int cores = cores_of_this_process();
  if (cores > 0 && threads > cores) ::setenv(variable, std::to_string(cores).c_str(), 1);
  return "";
}

}  // namespace facet
