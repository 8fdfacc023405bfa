#include "framework/calls/call.h"
#include "framework/conformance/check.h"
#include "framework/conformance/doing.h"
#include "framework/conformance/use.h"

namespace facet {

namespace {

/// Says in which call it was that something was thrown.
void require_usable(const Tried& tried) {
  try {
    Use again = new_use(tried);
    again({});
    again({2, 5});
  } catch (...) {
    const std::string where = doing() ? std::string("in ") + doing() + ": " : "";
    throw Error(where + what_was_thrown());
  }
}

}  // namespace

Check usable_check() {
  return {"usable", "it is made, used twice and destroyed, by which no process ends",
          require_usable};
}

}  // namespace facet
