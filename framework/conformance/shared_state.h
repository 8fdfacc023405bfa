#pragma once

#include <map>
#include <string>
#include <vector>

namespace facet {

/// Parts of what all of a process shares, by name; their values are told where they are no secrets.
using State = std::map<std::string, std::string>;

/// A part of it that a component leaves as it was. Plain data.
struct SharedState {
  const char* check;  ///< by which it is tried
  const char* what;   ///< continues `afterwards, `
  State (*now)();
  bool is_secret = false;
};

/// All that is looked at.
const std::vector<SharedState>& shared_states();

/// What is another, in words: `the variable HOME was changed`.
std::vector<std::string> differences(const State& before, const State& after, bool is_secret);

}  // namespace facet
