#include "mat73_sparse.h"

#include <ATen/ops/empty.h>

#include "../hdf5/access.h"
#include "../hdf5/attributes.h"
#include "../hdf5/dataset.h"
#include "../hdf5/hdf5_file.h"
#include "as_matlab_shows.h"
#include "facet/error.h"
#include "sparse_columns.h"

namespace facet::matlab {

namespace {

constexpr const char* num_rows = "MATLAB_sparse";

/// `data` and `ir` are not there where all values are 0.
bool has_values(hid_t group) {
  return H5Lexists(group, "data", H5P_DEFAULT) > 0;
}

at::Tensor read_part(hid_t group, const char* part) {
  const hdf5::Dataset dataset(group, part);
  if (!dataset.why_unreadable().empty() || dataset.shape().size() != 1)
    throw Error(std::string("is damaged: its '") + part + "' is no row of numbers");
  return dataset.read();
}

at::Tensor read_full(hid_t group, std::int64_t rows, std::int64_t columns, at::ScalarType type) {
  require_memory({rows, columns}, type);
  SparseColumns sparse{rows, columns, at::empty({0}, type), at::empty({0}, at::kLong),
                       read_part(group, "jc").to(at::kLong)};
  if (has_values(group)) {
    sparse.values = read_part(group, "data").to(type);
    sparse.row = read_part(group, "ir").to(at::kLong);
  }
  return full_matrix(sparse);
}

/// Of its values; the reason in `why` where they are no numbers.
at::ScalarType type_of_values(hid_t group, std::string& why) {
  if (hdf5::text_attribute(group, "MATLAB_class") == "logical") return at::kBool;
  if (!has_values(group)) return at::kDouble;
  const hdf5::Dataset data(group, "data");
  why = data.why_unreadable();
  if (why.starts_with("holds records")) why = "is complex";
  return why.empty() ? data.type() : at::kDouble;
}

}  // namespace

bool is_sparse(hid_t group) {
  return H5Aexists(group, num_rows) > 0;
}

FileArray list_sparse(const std::string& path, hid_t group, const std::string& place,
                      const std::string& name) {
  const auto rows = hdf5::number_attribute(group, num_rows);
  const auto ends = hdf5::Dataset(group, "jc").shape();
  if (!rows || *rows < 0 || ends.size() != 1 || ends[0] < 1)
    throw Error("is damaged: the size of the sparse matrix cannot be read");
  const std::int64_t columns = ends[0] - 1;
  if (*rows == 0 || columns == 0) return FileArray::unreadable(name, is_empty({*rows, columns}));
  std::string why;
  const at::ScalarType type = type_of_values(group, why);
  if (!why.empty()) return FileArray::unreadable(name, why);
  const auto read = [=, rows = *rows] {
    return hdf5::read_named(path, name, [&] {
      const hdf5::File file(path);
      const hdf5::Handle again(H5Gopen2(file, place.c_str(), hdf5::object_access()), H5Gclose);
      if (again < 0) throw Error("cannot be read: " + hdf5::last_error());
      return read_full(again, rows, columns, type).view(shape_as_matlab_shows({rows, columns}));
    });
  };
  return {name, shape_as_matlab_shows({*rows, columns}), type, read};
}

}  // namespace facet::matlab
