#include "apps/facet/pack/build_progress.h"

#include <iomanip>
#include <iostream>

#include "facet/text.h"

namespace facet {

BuildWatcher told_builds() {
  return {[](const std::string& plugin, const std::string& why) {
            std::cerr << plugin << ".so: " << printable(why) << ": building it from its sources"
                      << std::endl;
          },
          [](const std::string& plugin, double seconds) {
            std::cerr << plugin << ".so: built here in " << std::fixed << std::setprecision(1)
                      << seconds << std::defaultfloat << " s" << std::endl;
          }};
}

}  // namespace facet
