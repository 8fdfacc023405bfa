#pragma once

#include <string>
#include <type_traits>

#include "facet/error.h"
#include "facet/export.h"
#include "facet/value.h"

namespace facet {

/// Where the keys of a config were written, so that a mistake that is found later, by its key
/// alone, can still be told with its place.
class FACET_API ConfigPlaces {
 public:
  ConfigPlaces() = default;  ///< of a config that was put together in C++: no places
  /// `written` is the config as it was read, `name` stands for it in messages.
  ConfigPlaces(Table written, std::string name);

  /// Of the value of `key`; where there is none, of its nearest parent; else the config as a whole.
  Location of(const std::string& key) const;

  /// Throws OptionsError with all problems, in the order of their places; does nothing when there
  /// are none.
  void throw_if_any(const Problems& problems) const;

  /// Runs `action`; an OptionsError that it throws goes on with the places of its keys.
  template <class Action>
  std::invoke_result_t<Action> add_to_problems_of(const Action& action) const {
    try {
      return action();
    } catch (const OptionsError& error) {
      Problems problems;
      for (const Problem& problem : error.problems())
        problems.add(problem.where, problem.key, problem.what);
      throw_if_any(problems);
      throw;
    }
  }

 private:
  Table written_;
  std::string name_;
};

}  // namespace facet
