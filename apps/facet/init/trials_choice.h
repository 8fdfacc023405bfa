#pragma once

#include <optional>
#include <string>

#include "apps/facet/init/signals_choice.h"

namespace facet {

/// The array of trials, and whether bins outside of them are left out.
struct TrialsChoice {
  std::string name;
  bool select = false;  ///< most events are inside
};

/// Of intervals where they are on a clock, else of a label of whole numbers that is called so.
std::optional<TrialsChoice> choose_trials(const SignalsChoice& signals, const FileArrays& arrays,
                                          bool timed);

/// The columns of a table where intervals begin and end; empty: there are none.
std::vector<std::string> interval_columns(const FileArrays& arrays);

}  // namespace facet
