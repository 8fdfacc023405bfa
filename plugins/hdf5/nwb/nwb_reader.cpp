#include "nwb_reader.h"

#include <filesystem>

#include "../access.h"
#include "../attributes.h"
#include "../links.h"
#include "attempt.h"
#include "dynamic_table.h"
#include "object.h"
#include "time_series.h"

namespace facet {

namespace {

void require_a_file(const std::string& path) {
  for (const char* inside : {"/.zgroup", "/.zmetadata", "/zarr.json"})
    if (std::filesystem::exists(path + inside))
      throw Error(path +
                  ": is a Zarr folder: write it as one HDF5 file (hdmf-zarr's NWBZarrIO reads it, "
                  "pynwb's NWBHDF5IO.export writes it)");
}

/// NWB 1 kept its version in a dataset.
void require_version_2(hid_t file) {
  if (hdf5::has_attribute(file, "nwb_version")) return;
  const hdf5::Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose);
  if (root >= 0 && hdf5::has_link(root, "nwb_version"))
    throw Error(
        "is of NWB version 1: write it as version 2 (NeuroConv and pynwb do), or read its datasets "
        "by [data] reader = \"h5\"");
  throw Error(
      "is no NWB file, its root has no attribute nwb_version: [data] reader = \"h5\" reads the "
      "datasets of any HDF5 file");
}

void list_object(const nwb::Object& object, hid_t file, FileArrays& arrays) {
  nwb::attempt(object.name, arrays, [&] {
    if (object.is_table)
      nwb::list_table(object, file, arrays);
    else
      nwb::list_time_series(object, file, arrays);
  });
}

}  // namespace

FileArrays NwbReader::list(const std::string& path) const {
  require_a_file(path);
  const hdf5::File file(path);
  FileArrays arrays;
  try {
    require_version_2(file);
    for (const nwb::Object& object : nwb::find_objects(path, file, arrays))
      list_object(object, file, arrays);
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return arrays;
}

}  // namespace facet
