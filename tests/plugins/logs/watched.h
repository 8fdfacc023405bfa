#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "facet/observer.h"
#include "plugins/built_plugins.h"

namespace facet::test {

using Values = std::initializer_list<std::pair<const char*, double>>;

inline Report report(std::int64_t step, Values values, std::int64_t num_steps = 100) {
  Report made{step, num_steps, {}};
  for (const auto& [name, value] : values) made.quantities.emplace_back(name, value);
  return made;
}

/// A log as a run sees it, of each step unless it is asked for fewer.
inline std::shared_ptr<Observer> log_into(const std::string& folder, const std::string& name,
                                          std::int64_t steps_done = 0, std::int64_t every = 1) {
  auto log = make<Observer>("logs/" + name, {{"every", every}});
  log->on_begin({steps_done, 100, folder});
  return log;
}

/// Steps `first` to `last`, each with a total of ten times its number.
inline void take_steps(Observer& log, std::int64_t first, std::int64_t last) {
  for (std::int64_t step = first; step <= last; ++step)
    log.on_step(report(step, {{"total", 10.0 * static_cast<double>(step)}}));
}

}  // namespace facet::test
