#include "framework/conformance/doing.h"

#include <sys/mman.h>

#include "facet/error.h"

namespace facet {

namespace {

/// A fork leaves texts where they are, so that an address says the same to both.
const char*& last_said() {
  static void* const page = ::mmap(nullptr, sizeof(const char*), PROT_READ | PROT_WRITE,
                                   MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) throw Error("no memory can be shared with a child process");
  return *static_cast<const char**>(page);
}

}  // namespace

void now_doing(const char* what) {
  last_said() = what;
}

const char* doing() {
  return last_said();
}

}  // namespace facet
