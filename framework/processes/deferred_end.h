#pragma once

#include <optional>

#include "facet/export.h"
#include "framework/processes/end_signals.h"

namespace facet {

/// For a program whose work leaves something behind where it ends midway: temporary files, child
/// processes. While it lives, a signal that asks for an end (see EndSignals) does not end the
/// program, but what takes long throws Error; where it goes away, the program ends by that signal.
/// So what was made after it is gone by then. One at a time.
class FACET_API DeferredEnd {
 public:
  DeferredEnd();
  ~DeferredEnd();
  DeferredEnd(const DeferredEnd&) = delete;
  DeferredEnd& operator=(const DeferredEnd&) = delete;

  /// False where there is none of these objects.
  static bool is_asked_for();
  /// Throws Error where an end is asked for. For what takes long; cheap.
  static void throw_if_asked_for();

 private:
  std::optional<EndSignals> signals_;
};

}  // namespace facet
