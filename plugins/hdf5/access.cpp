#include "access.h"

#include "handle.h"

namespace facet::hdf5 {

namespace {

hid_t without_locks() {
  const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
  H5Pset_file_locking(access, false, true);
  return access;
}

hid_t with_files_without_locks() {
  const hid_t access = H5Pcreate(H5P_LINK_ACCESS);
  H5Pset_elink_fapl(access, file_access());
  return access;
}

}  // namespace

hid_t file_access() {
  static const Handle access(without_locks(), H5Pclose);
  return access;
}

hid_t object_access() {
  // Not one of H5P_DATASET_ACCESS: HDF5 leaks a copy of that where a dataset is damaged, and
  // crashes when it closes the copy at the end of the program.
  static const Handle access(with_files_without_locks(), H5Pclose);
  return access;
}

}  // namespace facet::hdf5
