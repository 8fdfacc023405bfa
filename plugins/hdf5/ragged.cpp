#include "ragged.h"

#include "access.h"
#include "attributes.h"
#include "handle.h"

namespace facet::hdf5 {

std::string why_ragged(hid_t file, const std::string& name) {
  const std::string index = name + "_index";
  if (H5Lexists(file, index.c_str(), object_access()) <= 0) return "";
  const Handle object(H5Oopen(file, index.c_str(), object_access()), H5Oclose);
  if (object < 0 || text_attribute(object, "neurodata_type") != "VectorIndex") return "";
  return "is ragged: its rows end where '" + index +
         "' says, it has no row for each bin (of spike times save the counts in bins, such as "
         "np.histogram(times of a unit, edges)[0])";
}

}  // namespace facet::hdf5
