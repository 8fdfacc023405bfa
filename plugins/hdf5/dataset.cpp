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
void require_whole(hid_t dataset, hid_t type, hid_t space) {
  const Handle properties(H5Dget_create_plist(dataset), H5Pclose);
  if (H5Pget_layout(properties) != H5D_COMPACT) return;
  const auto count =
      static_cast<hsize_t>(std::max<hssize_t>(0, H5Sget_simple_extent_npoints(space)));
  if (count > H5Dget_storage_size(dataset) / std::max<std::size_t>(1, H5Tget_size(type)))
    throw Error("is damaged: it is larger than what is stored of it");
}

}  // namespace

Dataset::Dataset(hid_t file, const std::string& name)
    : dataset_(H5Oopen(file, name.c_str(), object_access()), H5Oclose),
      type_(H5Dget_type(dataset_), H5Tclose),
      space_(H5Dget_space(dataset_), H5Sclose) {
  if (dataset_ < 0 || type_ < 0 || space_ < 0) throw Error("cannot be read: " + last_error());
  require_whole(dataset_, type_, space_);
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

at::Tensor Dataset::read() const {
  const MemoryType memory = memory_type();
  const at::Tensor values = memory_for(shape(), memory.scalar);
  if (values.numel() == 0) return values;
  require_outside_sources(dataset_);
  if (H5Dread(dataset_, memory.type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data_ptr()) < 0)
    throw Error("is damaged: " + last_error());
  if (memory.type == H5T_NATIVE_UINT64 && values.lt(0).any().item<bool>())
    throw Error("has values of 2^63 or more, which no label can hold");
  return values;
}

}  // namespace facet::hdf5
