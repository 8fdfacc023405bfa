#include "mat5_values.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

#include "as_matlab_shows.h"
#include "facet/error.h"
#include "only_matlab_reads.h"
#include "sparse_columns.h"

namespace facet::matlab {

namespace {

std::vector<std::int64_t> dims_of(const matvar_t& variable) {
  return {variable.dims, variable.dims + variable.rank};
}

template <class From, class To>
at::Tensor widened(const matvar_t& variable, std::int64_t count, at::ScalarType type) {
  const at::Tensor wide = at::empty({count}, type);
  const auto* from = static_cast<const From*>(variable.data);
  std::copy(from, from + count, wide.data_ptr<To>());
  return wide;
}

at::Tensor view(const matvar_t& variable, std::int64_t count, at::ScalarType type) {
  return at::from_blob(variable.data, {count}, type);
}

/// In the file's order, column after column; perhaps a view of the variable's memory.
at::Tensor elements(const matvar_t& variable, std::int64_t count) {
  switch (variable.class_type) {
    case MAT_C_DOUBLE: return view(variable, count, at::kDouble);
    case MAT_C_SINGLE: return view(variable, count, at::kFloat);
    case MAT_C_INT8: return view(variable, count, at::kChar);
    case MAT_C_UINT8: return view(variable, count, at::kByte);
    case MAT_C_INT16: return view(variable, count, at::kShort);
    case MAT_C_UINT16: return widened<std::uint16_t, std::int32_t>(variable, count, at::kInt);
    case MAT_C_INT32: return view(variable, count, at::kInt);
    case MAT_C_UINT32: return widened<std::uint32_t, std::int64_t>(variable, count, at::kLong);
    default: return view(variable, count, at::kLong);
  }
}

/// As doubles, whatever the type that the file saves space by.
at::Tensor sparse_values(const mat_sparse_t& sparse, matio_types type) {
  const auto read = [&]<class From>(From) {
    const auto* from = static_cast<const From*>(sparse.data);
    const at::Tensor values = at::empty({sparse.ndata}, at::kDouble);
    std::copy(from, from + sparse.ndata, values.data_ptr<double>());
    return values;
  };
  switch (type) {
    case MAT_T_DOUBLE: return read(double{});
    case MAT_T_SINGLE: return read(float{});
    case MAT_T_INT8: return read(std::int8_t{});
    case MAT_T_UINT8: return read(std::uint8_t{});
    case MAT_T_INT16: return read(std::int16_t{});
    case MAT_T_UINT16: return read(std::uint16_t{});
    case MAT_T_INT32: return read(std::int32_t{});
    case MAT_T_UINT32: return read(std::uint32_t{});
    case MAT_T_INT64: return read(std::int64_t{});
    case MAT_T_UINT64: return read(std::uint64_t{});
    default: throw Error("is damaged: its values are of no type of numbers");
  }
}

at::Tensor indices(const mat_uint32_t* from, std::int64_t count) {
  const at::Tensor wide = at::empty({count}, at::kLong);
  std::copy(from, from + count, wide.data_ptr<std::int64_t>());
  return wide;
}

at::Tensor full_values(const matvar_t& variable) {
  const auto& sparse = *static_cast<const mat_sparse_t*>(variable.data);
  const std::vector<std::int64_t> dims = dims_of(variable);
  if (dims.size() != 2) throw Error("is damaged: a sparse matrix has two dimensions");
  return full_matrix({dims[0], dims[1], sparse_values(sparse, variable.data_type),
                      indices(sparse.ir, sparse.nir), indices(sparse.jc, sparse.njc)})
      .view(shape_as_matlab_shows(dims));
}

void require_int64(const matvar_t& variable, std::int64_t count) {
  if (variable.class_type != MAT_C_UINT64) return;
  const auto* values = static_cast<const std::uint64_t*>(variable.data);
  if (std::any_of(values, values + count, [](std::uint64_t value) { return value > INT64_MAX; }))
    throw Error("has values of 2^63 or more, which no label can hold");
}

std::int64_t count_of(const std::vector<std::int64_t>& dims) {
  return std::accumulate(dims.begin(), dims.end(), std::int64_t{1}, std::multiplies<>());
}

at::Tensor dense_values(const matvar_t& variable) {
  const std::vector<std::int64_t> dims = dims_of(variable);
  const std::int64_t count = count_of(dims);
  require_int64(variable, count);
  const std::vector<std::int64_t> reversed(dims.rbegin(), dims.rend());
  // A copy: the variable's memory is freed.
  return as_matlab_shows(elements(variable, count).view(reversed));
}

}  // namespace

std::string why_unreadable(const matvar_t& variable, const std::string& name) {
  const std::vector<std::int64_t> dims = dims_of(variable);
  if (variable.class_type == MAT_C_EMPTY) return "is empty";
  if (count_of(dims) == 0) return is_empty(dims);
  switch (variable.class_type) {
    case MAT_C_CHAR: return holds_text;
    case MAT_C_CELL: return "is a cell array";
    case MAT_C_STRUCT: return "is an array of structs";
    case MAT_C_FUNCTION: return only_matlab_reads("function_handle", name);
    case MAT_C_OBJECT:
    case MAT_C_OPAQUE: return only_matlab_reads("object", name);
    default: return variable.isComplex ? "is complex" : "";
  }
}

std::vector<std::int64_t> shape_of(const matvar_t& variable) {
  return shape_as_matlab_shows(dims_of(variable));
}

at::ScalarType type_of(const matvar_t& variable) {
  if (variable.isLogical) return at::kBool;
  switch (variable.class_type) {
    case MAT_C_SPARSE:
    case MAT_C_DOUBLE: return at::kDouble;
    case MAT_C_SINGLE: return at::kFloat;
    case MAT_C_INT8: return at::kChar;
    case MAT_C_UINT8: return at::kByte;
    case MAT_C_INT16: return at::kShort;
    case MAT_C_UINT16:
    case MAT_C_INT32: return at::kInt;
    default: return at::kLong;
  }
}

at::Tensor values(const matvar_t& variable) {
  const at::Tensor array =
      variable.class_type == MAT_C_SPARSE ? full_values(variable) : dense_values(variable);
  return variable.isLogical ? array.to(at::kBool) : array;
}

}  // namespace facet::matlab
