#include "ragged.h"

#include "access.h"
#include "attributes.h"
#include "handle.h"

namespace facet::hdf5 {

std::string why_ragged(hid_t file, const std::string& name) {
  const std::string index = name + "_index";
  if (H5Lexists(file, index.c_str(), object_access()) <= 0) return "";
  const Handle object(H5Oopen(file, index.c_str(), object_access()), H5Oclose);
  // Only a VectorIndex has a target, the column. That it is one, neurodata_type, is a text of
  // variable length.
  if (object < 0 || !is_reference_attribute(object, "target")) return "";
  return "is ragged: its rows end where '" + index +
         "' says, it has no row for each bin (of spike times save the counts in bins, such as "
         "np.histogram(times of a unit, edges)[0])";
}

}  // namespace facet::hdf5
