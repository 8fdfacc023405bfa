#include "written_dataset.h"

#include <cstdint>
#include <span>
#include <vector>

#include "facet/error.h"
#include "hdf5_errors.h"

namespace facet::hdf5 {

namespace {

[[noreturn]] void fail(const std::string& name) {
  throw Error("'" + name + "': " + last_error());
}

/// As h5py's: an enumeration of bytes.
hid_t boolean_type() {
  const hid_t type = H5Tenum_create(H5T_STD_I8LE);
  for (const signed char value : {0, 1})
    H5Tenum_insert(type, value == 0 ? "FALSE" : "TRUE", &value);
  return type;
}

/// That of the values in a file; little-endian, as they are in memory.
hid_t type_of(at::ScalarType type) {
  switch (type) {
    case at::kBool: return boolean_type();
    case at::kByte: return H5Tcopy(H5T_STD_U8LE);
    case at::kChar: return H5Tcopy(H5T_STD_I8LE);
    case at::kShort: return H5Tcopy(H5T_STD_I16LE);
    case at::kInt: return H5Tcopy(H5T_STD_I32LE);
    case at::kLong: return H5Tcopy(H5T_STD_I64LE);
    case at::kFloat: return H5Tcopy(H5T_IEEE_F32LE);
    default: return H5Tcopy(H5T_IEEE_F64LE);
  }
}

bool is_stored_as_it_is(at::ScalarType type) {
  return at::isIntegralType(type, /*includeBool=*/true) || type == at::kFloat ||
         type == at::kDouble;
}

hid_t variable_text_type() {
  const hid_t type = H5Tcopy(H5T_C_S1);
  H5Tset_size(type, H5T_VARIABLE);
  H5Tset_cset(type, H5T_CSET_UTF8);
  return type;
}

/// Without the time of writing, so that equal arrays give equal bytes.
void write_dataset(hid_t file, const std::string& name, hid_t type,
                   const std::vector<hsize_t>& sizes, const void* values) {
  const Handle space(sizes.empty()
                         ? H5Screate(H5S_SCALAR)
                         : H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr),
                     H5Sclose);
  const Handle groups(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
  const Handle properties(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
  if (H5Pset_create_intermediate_group(groups, 1) < 0 ||
      H5Pset_char_encoding(groups, H5T_CSET_UTF8) < 0 ||
      H5Pset_obj_track_times(properties, false) < 0)
    fail(name);
  const Handle dataset(H5Dcreate2(file, name.c_str(), type, space, groups, properties, H5P_DEFAULT),
                       H5Dclose);
  if (dataset < 0 || H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0) fail(name);
}

}  // namespace

void write_numbers(hid_t file, const std::string& name, const at::Tensor& values) {
  const at::Tensor stored =
      (is_stored_as_it_is(values.scalar_type()) ? values : values.to(at::kFloat)).contiguous();
  const Handle type(type_of(stored.scalar_type()), H5Tclose);
  write_dataset(file, name, type, {stored.sizes().begin(), stored.sizes().end()},
                stored.data_ptr());
}

void write_text(hid_t file, const std::string& name, const TextValues& text) {
  const at::Tensor codes = text.codes.contiguous();
  std::vector<const char*> rows;
  for (const std::int64_t code : std::span(codes.data_ptr<std::int64_t>(), codes.numel()))
    rows.push_back(code < 0 ? "" : text.classes[static_cast<std::size_t>(code)].c_str());
  const Handle type(variable_text_type(), H5Tclose);
  write_dataset(file, name, type, {rows.size()}, rows.data());
}

}  // namespace facet::hdf5
