#pragma once

#include <string>
#include <vector>

#include "apps/facet/init/signals_choice.h"
#include "facet/labels.h"

namespace facet {

/// Arrays that can be continuous labels: a row for each bin, or a clock of their own where bins are
/// `timed`; at most eight.
std::vector<std::string> possible_labels(const SignalsChoice& signals, const FileArrays& arrays,
                                         bool timed);

/// A condition that leaves out the bins in which a continuous label is missing; empty: in none.
std::string condition_where_known(const Label& label);

}  // namespace facet
