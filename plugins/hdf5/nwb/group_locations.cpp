#include "group_locations.h"

#include <map>

#include "../attributes.h"
#include "../hdf5_errors.h"
#include "../plausible_size.h"
#include "../row_part.h"
#include "facet/error.h"

namespace facet::nwb {

namespace {

/// Of the first rows, as HDF5 stores them.
std::vector<hobj_ref_t> references(const hdf5::Dataset& column, std::int64_t rows) {
  hdf5::require_plausible_size(column);
  const hdf5::RowPart part(column.id(), {0, rows});
  std::vector<hobj_ref_t> references(part.count);
  if (H5Dread(column.id(), H5T_STD_REF_OBJ, part.memory, part.file, H5P_DEFAULT,
              references.data()) < 0)
    throw Error("is damaged: " + hdf5::last_error());
  return references;
}

bool has_references(const hdf5::Dataset& column) {
  const hdf5::Handle type(H5Dget_type(column.id()), H5Tclose);
  return H5Tequal(type, H5T_STD_REF_OBJ) > 0 && column.shape().size() == 1;
}

std::string location_of(const hdf5::Dataset& column, hobj_ref_t reference) {
  const hdf5::Handle object(H5Rdereference2(column.id(), H5P_DEFAULT, H5R_OBJECT, &reference),
                            H5Oclose);
  return object < 0 ? "" : hdf5::text_attribute(object, "location");
}

}  // namespace

bool refers_to_locations(const hdf5::Dataset& column) {
  if (!has_references(column) || column.shape()[0] == 0) return false;
  return !location_of(column, references(column, 1)[0]).empty();
}

std::vector<std::string> read_locations(const hdf5::Dataset& column) {
  if (!has_references(column)) throw Error("holds no references");
  std::map<hobj_ref_t, std::string> known;
  std::vector<std::string> locations;
  for (const hobj_ref_t reference : references(column, column.shape()[0])) {
    const auto found = known.find(reference);
    locations.push_back(
        found != known.end()
            ? found->second
            : known.emplace(reference, location_of(column, reference)).first->second);
  }
  return locations;
}

}  // namespace facet::nwb
