#pragma once

namespace facet {

/// While one lives, libtorch uses operators of which the same numbers give the same results:
/// convolutions of CUDA add up in the same order every time, and in float32, not in TF32, whose ten
/// bits of a factor leave no small singular value of a Jacobian right; and of a libtorch before 2.0
/// none of oneDNN, whose gradient of GELU is what lay in the memory where the one that it is given
/// is not contiguous (seen with 1.13.1). Afterwards this is as before. The settings are those of
/// the process: they last until the last of several is gone.
class RepeatableOperators {
 public:
  RepeatableOperators();
  ~RepeatableOperators();
  RepeatableOperators(const RepeatableOperators&) = delete;
  RepeatableOperators& operator=(const RepeatableOperators&) = delete;
};

}  // namespace facet
