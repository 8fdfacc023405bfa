#include "dataset.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <array>
#include <vector>

#include "access.h"
#include "facet/error.h"
#include "facet/reader.h"
#include "hdf5_errors.h"
#include "outside_sources.h"

namespace facet::hdf5 {

namespace {

/// HDF5 1.10 reads beyond a dataset within an object's header that is larger than what is there.
void require_whole(hid_t dataset, hid_t space) {
  const Handle type(H5Dget_type(dataset), H5Tclose);
  const Handle properties(H5Dget_create_plist(dataset), H5Pclose);
  if (H5Pget_layout(properties) != H5D_COMPACT) return;
  const auto count =
      static_cast<hsize_t>(std::max<hssize_t>(0, H5Sget_simple_extent_npoints(space)));
  if (count > H5Dget_storage_size(dataset) / std::max<std::size_t>(1, H5Tget_size(type)))
    throw Error("is damaged: it is larger than what is stored of it");
}

hid_t type_of(hid_t dataset, const std::string& field) {
  const hid_t type = H5Dget_type(dataset);
  if (type < 0 || field.empty()) return type;
  const Handle records(type, H5Tclose);
  const int number = H5Tget_member_index(records, field.c_str());
  return number < 0 ? -1 : H5Tget_member_type(records, static_cast<unsigned>(number));
}

/// Records of this field alone.
hid_t record_of(const std::string& field, hid_t type) {
  const hid_t record = H5Tcreate(H5T_COMPOUND, H5Tget_size(type));
  H5Tinsert(record, field.c_str(), 0, type);
  return record;
}

/// The space of a dataset, of which these rows are selected.
Handle rows_of(hid_t space, Rows rows) {
  std::vector<hsize_t> count(static_cast<std::size_t>(H5Sget_simple_extent_ndims(space)));
  H5Sget_simple_extent_dims(space, count.data(), nullptr);
  std::vector<hsize_t> begin(count.size(), 0);
  begin.at(0) = static_cast<hsize_t>(rows.begin);
  count.at(0) = static_cast<hsize_t>(rows.end - rows.begin);
  const hid_t part = H5Scopy(space);
  H5Sselect_hyperslab(part, H5S_SELECT_SET, begin.data(), nullptr, count.data(), nullptr);
  return {part, H5Sclose};
}

}  // namespace

Dataset::Dataset(hid_t file, const std::string& name, const std::string& field)
    : field_(field),
      dataset_(H5Oopen(file, name.c_str(), object_access()), H5Oclose),
      type_(type_of(dataset_, field), H5Tclose),
      space_(H5Dget_space(dataset_), H5Sclose) {
  if (dataset_ < 0 || type_ < 0 || space_ < 0) throw Error("cannot be read: " + last_error());
  require_whole(dataset_, space_);
}

std::string Dataset::why_unreadable() const {
  if (H5Sget_simple_extent_type(space_) == H5S_NULL) return "is empty";
  switch (H5Tget_class(type_)) {
    case H5T_INTEGER:
    case H5T_ENUM: return why_unreadable_numbers(sizeof(std::int64_t));
    case H5T_FLOAT: return why_unreadable_numbers(sizeof(long double));
    case H5T_STRING:
      return "holds text: classes must be numbers, such as np.unique(x, return_inverse=True)[1]";
    case H5T_COMPOUND: return "holds records (a compound type): write each field as an array";
    case H5T_VLEN: return "holds rows of varying length";
    case H5T_REFERENCE: return "holds references";
    default: return "is of a type that holds no numbers";
  }
}

std::string Dataset::why_unreadable_numbers(std::size_t most_bytes) const {
  const std::size_t size = H5Tget_size(type_);
  if (size <= most_bytes) return missing_filter();
  return "holds numbers of " + std::to_string(size) + " bytes each, at most " +
         std::to_string(most_bytes) + " are known: save them as int64 or float64";
}

bool Dataset::is_boolean() const {
  if (H5Tget_class(type_) != H5T_ENUM || H5Tget_nmembers(type_) != 2) return false;
  for (unsigned i = 0; i < 2; ++i) {
    char* name = H5Tget_member_name(type_, i);
    const bool right = std::string(name) == (i == 0 ? "FALSE" : "TRUE");
    H5free_memory(name);
    if (!right) return false;
  }
  return true;
}

Dataset::MemoryType Dataset::memory_type() const {
  const std::size_t size = H5Tget_size(type_);
  if (H5Tget_class(type_) == H5T_FLOAT)
    return size <= 4 ? MemoryType{H5T_NATIVE_FLOAT, at::kFloat}
                     : MemoryType{H5T_NATIVE_DOUBLE, at::kDouble};
  if (is_boolean()) return {H5T_NATIVE_INT8, at::kBool};
  const Handle number(H5Tget_class(type_) == H5T_ENUM ? H5Tget_super(type_) : H5Tcopy(type_),
                      H5Tclose);
  const bool has_sign = H5Tget_sign(number) == H5T_SGN_2;
  if (size == 1)
    return has_sign ? MemoryType{H5T_NATIVE_INT8, at::kChar}
                    : MemoryType{H5T_NATIVE_UINT8, at::kByte};
  if (size == 2)
    return has_sign ? MemoryType{H5T_NATIVE_INT16, at::kShort}
                    : MemoryType{H5T_NATIVE_INT32, at::kInt};
  if (size == 4 && has_sign) return {H5T_NATIVE_INT32, at::kInt};
  if (size == 8 && !has_sign) return {H5T_NATIVE_UINT64, at::kLong};
  return {H5T_NATIVE_INT64, at::kLong};
}

std::string Dataset::missing_filter() const {
  const Handle properties(H5Dget_create_plist(dataset_), H5Pclose);
  const int count = H5Pget_nfilters(properties);
  for (int i = 0; i < count; ++i) {
    std::array<char, 64> name{};
    std::size_t num_values = 0;
    unsigned flags = 0, config = 0;
    const H5Z_filter_t filter =
        H5Pget_filter2(properties, static_cast<unsigned>(i), &flags, &num_values, nullptr,
                       name.size() - 1, name.data(), &config);
    if (H5Zfilter_avail(filter) > 0) continue;
    return "is compressed with filter " + std::to_string(filter) +
           (name[0] ? std::string(" (") + name.data() + ")" : "") +
           ", which this HDF5 library has not: write it with gzip, or name the folder of the "
           "filter in HDF5_PLUGIN_PATH";
  }
  return "";
}

std::vector<std::int64_t> Dataset::shape() const {
  std::vector<hsize_t> dims(
      static_cast<std::size_t>(std::max(0, H5Sget_simple_extent_ndims(space_))));
  H5Sget_simple_extent_dims(space_, dims.data(), nullptr);
  return {dims.begin(), dims.end()};
}

Dataset::Written Dataset::written() const {
  const Handle properties(H5Dget_create_plist(dataset_), H5Pclose);
  H5D_space_status_t status = H5D_SPACE_STATUS_ALLOCATED;
  const bool elsewhere =
      H5Pget_layout(properties) == H5D_VIRTUAL || H5Pget_external_count(properties) > 0;
  if (H5Pget_layout(properties) == H5D_CHUNKED) return written_chunks(properties);
  if (elsewhere || H5Dget_space_status(dataset_, &status) < 0) return Written::whole;
  if (status == H5D_SPACE_STATUS_NOT_ALLOCATED) return Written::nothing;
  return status == H5D_SPACE_STATUS_PART_ALLOCATED ? Written::in_part : Written::whole;
}

// By their number: HDF5's status compares bytes, and takes a compressed array for one in part.
Dataset::Written Dataset::written_chunks(hid_t properties) const {
  const std::vector<std::int64_t> sizes = shape();
  std::vector<hsize_t> chunk(sizes.size());
  hsize_t there = 0, all = 1;
  if (H5Pget_chunk(properties, static_cast<int>(chunk.size()), chunk.data()) < 0 ||
      H5Dget_num_chunks(dataset_, space_, &there) < 0)
    return Written::whole;  // reading says what is wrong
  for (std::size_t i = 0; i < sizes.size(); ++i)
    all *= (static_cast<hsize_t>(sizes[i]) + chunk[i] - 1) / std::max<hsize_t>(chunk[i], 1);
  if (there >= all) return Written::whole;
  return there == 0 ? Written::nothing : Written::in_part;
}

std::vector<std::string> Dataset::fields() const {
  std::vector<std::string> names;
  if (H5Tget_class(type_) != H5T_COMPOUND) return names;
  const int count = H5Tget_nmembers(type_);
  for (int i = 0; i < count; ++i) {
    char* name = H5Tget_member_name(type_, static_cast<unsigned>(i));
    if (name) names.emplace_back(name);
    H5free_memory(name);
  }
  return names;
}

bool Dataset::is_text() const {
  return H5Tget_class(type_) == H5T_STRING;
}

at::Tensor Dataset::read_into(const at::Tensor& values, hid_t memory_space,
                              hid_t file_space) const {
  if (values.numel() == 0) return values;
  require_outside_sources(dataset_);
  const hid_t type = memory_type().type;
  const Handle read_as(field_.empty() ? H5Tcopy(type) : record_of(field_, type), H5Tclose);
  if (H5Dread(dataset_, read_as, memory_space, file_space, H5P_DEFAULT, values.data_ptr()) < 0)
    throw Error("is damaged: " + last_error());
  if (type == H5T_NATIVE_UINT64 && values.lt(0).any().item<bool>())
    throw Error("has values of 2^63 or more, which no label can hold");
  return values;
}

at::Tensor Dataset::read() const {
  return read_into(memory_for(shape(), type()), H5S_ALL, H5S_ALL);
}

at::Tensor Dataset::read_rows(Rows rows) const {
  std::vector<std::int64_t> sizes = shape();
  sizes.at(0) = rows.end - rows.begin;
  const Handle part = rows_of(space_, rows);
  const std::vector<hsize_t> count(sizes.begin(), sizes.end());
  const Handle memory(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr),
                      H5Sclose);
  return read_into(memory_for(sizes, type()), memory, part);
}

}  // namespace facet::hdf5
