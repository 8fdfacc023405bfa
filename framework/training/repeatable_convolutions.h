#pragma once

namespace facet {

/// While one lives, the convolutions of CUDA add up in the same order every time, so that a seed
/// determines a run there, too; otherwise in the order in which threads come. Afterwards this is as
/// before. The setting is one of the process: it lasts until the last of several is gone.
class RepeatableConvolutions {
 public:
  RepeatableConvolutions();
  ~RepeatableConvolutions();
  RepeatableConvolutions(const RepeatableConvolutions&) = delete;
  RepeatableConvolutions& operator=(const RepeatableConvolutions&) = delete;
};

}  // namespace facet
