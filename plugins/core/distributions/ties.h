#pragma once

#include <string>

#include "facet/label_search.h"
#include "facet/options.h"

namespace facet {

/// The option that distributions have which search for the nearest label.
struct TiesOption {
  std::string ties = "lowest";

  template <class Options>
  static void describe(OptionsDescription<Options>& options) {
    options
        .add("ties", &TiesOption::ties,
             "of bins whose labels are equally near: the first, or any with equal chances")
        .one_of({"lowest", "random"});
  }
  Ties chosen() const { return ties == "random" ? Ties::random : Ties::lowest; }
};

}  // namespace facet
