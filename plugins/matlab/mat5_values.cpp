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

void require_int64(const matvar_t& variable, std::int64_t count) {
  if (variable.class_type != MAT_C_UINT64) return;
  const auto* values = static_cast<const std::uint64_t*>(variable.data);
  if (std::any_of(values, values + count, [](std::uint64_t value) { return value > INT64_MAX; }))
    throw Error("has values of 2^63 or more, which no label can hold");
}

std::int64_t count_of(const std::vector<std::int64_t>& dims) {
  return std::accumulate(dims.begin(), dims.end(), std::int64_t{1}, std::multiplies<>());
}

}  // namespace

std::string why_unreadable(const matvar_t& variable, const std::string& name) {
  switch (variable.class_type) {
    case MAT_C_EMPTY: return "is empty";
    case MAT_C_CHAR: return holds_text;
    case MAT_C_CELL: return "is a cell array";
    case MAT_C_STRUCT: return "is an array of structs";
    case MAT_C_SPARSE: return "is sparse: save full(" + name + ")";
    case MAT_C_OBJECT:
    case MAT_C_FUNCTION:
    case MAT_C_OPAQUE: return "is of a class that holds no numbers";
    default: break;
  }
  if (variable.isComplex) return "is complex";
  return count_of(dims_of(variable)) == 0 ? "is empty" : "";
}

std::vector<std::int64_t> shape_of(const matvar_t& variable) {
  return shape_as_matlab_shows(dims_of(variable));
}

at::ScalarType type_of(const matvar_t& variable) {
  if (variable.isLogical) return at::kBool;
  switch (variable.class_type) {
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
  const std::vector<std::int64_t> dims = dims_of(variable);
  const std::int64_t count = count_of(dims);
  require_int64(variable, count);
  const std::vector<std::int64_t> reversed(dims.rbegin(), dims.rend());
  // A copy: the variable's memory is freed.
  const at::Tensor array = as_matlab_shows(elements(variable, count).view(reversed));
  return variable.isLogical ? array.to(at::kBool) : array;
}

}  // namespace facet::matlab
