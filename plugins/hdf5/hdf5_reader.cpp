#include "hdf5_reader.h"

#include "dataset.h"
#include "facet/error.h"
#include "handle.h"
#include "hdf5_errors.h"

namespace facet {

namespace {

herr_t add_dataset(hid_t, const char* name, const H5O_info_t* object, void* names) {
  if (object->type == H5O_TYPE_DATASET)
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
  return 0;
}

std::vector<std::string> dataset_names(hid_t file, const std::string& path) {
  std::vector<std::string> names;
  if (H5Ovisit(file, H5_INDEX_NAME, H5_ITER_NATIVE, add_dataset, &names) < 0)
    throw Error(path + ": cannot be listed: " + hdf5::last_error());
  return names;
}

}  // namespace

FileArrays Hdf5Reader::read(const std::string& path) const {
  require_readable(path);
  const hdf5::QuietErrors quiet;
  if (H5Fis_hdf5(path.c_str()) <= 0) throw Error(path + ": is not an HDF5 file");
  const hdf5::Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  if (file < 0) throw Error(path + ": cannot be read: " + hdf5::last_error());

  FileArrays found;
  for (const std::string& name : dataset_names(file, path)) {
    const hdf5::Dataset dataset(file, name, path + ": '" + name + "'");
    const std::string why = dataset.why_unreadable();
    if (why.empty())
      found.arrays.push_back({name, dataset.read()});
    else
      found.unreadable.push_back({name, why});
  }
  return found;
}

}  // namespace facet
