#pragma once

#include <string>

namespace facet {

/// OpenMP, and BLAS with it, read OMP_NUM_THREADS when they are loaded: thousands of threads then
/// take minutes to begin, and what is no number gives pages of text. Takes it back to the cores that
/// this process may run on; one that is empty is as if it was not set. Returns what is wrong with
/// it; empty: nothing.
std::string bound_asked_threads();

}  // namespace facet
