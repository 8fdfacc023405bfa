#include "hdf5_writer.h"

#include "facet/atomic_file.h"
#include "facet/error.h"
#include "hdf5_errors.h"
#include "written_dataset.h"

namespace facet {

namespace {

void write_arrays(const std::string& path, const FileArrays& arrays) {
  const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT),
                          H5Fclose);
  if (file < 0) throw Error(hdf5::last_error());
  for (const FileArray& array : arrays) {
    if (array.is_text())
      hdf5::write_text(file, array.name(), array.read_text());
    else
      hdf5::write_numbers(file, array.name(), array.read());
  }
  if (H5Fflush(file, H5F_SCOPE_GLOBAL) < 0) throw Error(hdf5::last_error());
}

}  // namespace

std::vector<LeftOut> Hdf5Writer::write(const std::string& path, const FileArrays& arrays) const {
  const hdf5::QuietErrors quiet;
  AtomicFile file(path);
  try {
    write_arrays(file.temporary(), arrays);
  } catch (const Error& error) {
    throw Error(path + ": cannot be written: " + error.what());
  }
  file.finish();
  return {};
}

}  // namespace facet
