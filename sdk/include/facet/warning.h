#pragma once

#include <functional>
#include <string>

#include "facet/export.h"

namespace facet {

/// Tells the user of something that is allowed and perhaps not meant, in one sentence. It goes to
/// the newest WarningSink of this thread; where the thread has none, to the oldest of the process;
/// where there is none at all, to nobody. May be called from any thread.
FACET_API void warn(const std::string& message);

/// Takes warnings while it lives: a program that wants to see them makes one. The engine makes one
/// while it puts a run together and trains it, and keeps the warnings with the run.
class FACET_API WarningSink {
 public:
  using Take = std::function<void(const std::string& message)>;
  /// `take` is called in the thread that warns, and must not warn itself.
  explicit WarningSink(Take take);
  ~WarningSink();
  WarningSink(const WarningSink&) = delete;
  WarningSink& operator=(const WarningSink&) = delete;
};

}  // namespace facet
