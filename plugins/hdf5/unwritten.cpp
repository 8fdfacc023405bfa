#include "unwritten.h"

#include <c10/util/accumulate.h>

#include "facet/error.h"
#include "facet/warning.h"

namespace facet::hdf5 {

void tell_of_what_was_not_written(const Dataset& dataset, const std::string& path,
                                  const std::string& name) {
  const auto written = dataset.written();
  const bool empty = c10::multiply_integers(dataset.shape()) == 0;
  if (written == Dataset::Written::nothing && !empty)
    throw Error("was never written: all of it would be the fill value");
  if (written == Dataset::Written::in_part)
    warn(path + ": '" + name +
         "' was written only in part: the rest reads as the fill value (select the bins that were "
         "recorded, by data.select or data.epochs)");
}

}  // namespace facet::hdf5
