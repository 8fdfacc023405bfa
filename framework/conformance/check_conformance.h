#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "facet/export.h"
#include "facet/value.h"

namespace facet {

/// What is tried of a plugin, and how.
struct ConformanceTrial {
  std::string plugin;                   ///< its file
  std::string component;                ///< its name; empty: all of the plugin
  Table options = {};                   ///< of the component; the others have their defaults
  std::string sample;                   ///< a file for a reader
  std::int64_t num_neurons = 4;         ///< of a recording, for which a model is made
  std::chrono::seconds time_limit{60};  ///< of each check
};

/// What came of one check of one component. Plain data.
struct ConformanceOutcome {
  std::string kind, component;
  std::string check;
  std::string tried;           ///< what is tried, a sentence
  std::string failure;         ///< what went wrong
  std::string not_tried = {};  ///< why it was not tried; with an empty failure, too: passed

  bool passed() const { return failure.empty() && not_tried.empty(); }
};

/// Tries whether the components of a plugin keep what the headers of the sdk promise, each check in
/// a child process with a time limit. `tell` gets each outcome as soon as there is one. Where a
/// plugin cannot be loaded, or a component not be used, what depends on it is not tried.
///
/// Throws Error where the plugin would be refused or has no such component, OptionsError where
/// `options` are not those of the component, and Error where this process has more than one thread:
/// try before anything is computed.
FACET_API void check_conformance(const ConformanceTrial& trial,
                                 const std::function<void(const ConformanceOutcome&)>& tell);

}  // namespace facet
