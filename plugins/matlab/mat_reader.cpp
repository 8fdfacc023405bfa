#include "mat_reader.h"

#include "../hdf5/hdf5_errors.h"
#include "mat5_list.h"
#include "mat73_file.h"

namespace facet {

FileArrays MatReader::list(const std::string& path) const {
  require_readable(path);
  const hdf5::QuietErrors quiet;  // matio asks HDF5 about files that it does not know
  return matlab::is_mat73(path) ? matlab::list_mat73(path) : matlab::list_mat5(path);
}

}  // namespace facet
