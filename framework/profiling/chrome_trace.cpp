#include "framework/profiling/chrome_trace.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace facet {

namespace {

double microseconds(std::int64_t nanoseconds) {
  return static_cast<double>(nanoseconds) / 1000;
}

}  // namespace

std::string chrome_trace(const std::vector<TimedOperation>& operations) {
  using Json = nlohmann::ordered_json;
  const auto first = std::min_element(
      operations.begin(), operations.end(),
      [](const TimedOperation& a, const TimedOperation& b) { return a.begin < b.begin; });
  Json events = Json::array();
  for (const TimedOperation& operation : operations)
    events.push_back({{"name", operation.name},
                      {"cat", operation.is_mark ? "part" : "operation"},
                      {"ph", "X"},  // a complete event: its beginning and its duration
                      {"ts", microseconds(operation.begin - first->begin)},
                      {"dur", microseconds(operation.duration())},
                      {"pid", 1},
                      {"tid", operation.thread}});
  const Json trace{{"traceEvents", std::move(events)}, {"displayTimeUnit", "ms"}};
  return trace.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace facet
