#include "facet/warning.h"

#include <iostream>

namespace facet {

void warn(const std::string& message) {
  std::cerr << "warning: " + message + "\n" << std::flush;
}

}  // namespace facet
