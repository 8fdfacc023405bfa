#include "facet/build.h"

namespace facet {

const char* host_build() {
  return FACET_BUILD;
}

}  // namespace facet
