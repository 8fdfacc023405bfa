#include "mat_values.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

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

bool above_int64(const matvar_t& variable) {
  if (variable.class_type != MAT_C_UINT64) return false;
  const auto* values = static_cast<const std::uint64_t*>(variable.data);
  return std::any_of(values, values + variable.nbytes / sizeof(std::uint64_t),
                     [](std::uint64_t value) { return value > INT64_MAX; });
}

}  // namespace

std::string why_unreadable(const matvar_t& variable, const std::string& name) {
  switch (variable.class_type) {
    case MAT_C_EMPTY: return "is empty";
    case MAT_C_CHAR: return "holds text";
    case MAT_C_CELL: return "is a cell array";
    case MAT_C_STRUCT: return "is an array of structs";
    case MAT_C_SPARSE: return "is sparse: save full(" + name + ")";
    case MAT_C_OBJECT:
    case MAT_C_FUNCTION:
    case MAT_C_OPAQUE: return "is of a class that holds no numbers";
    default: break;
  }
  if (variable.isComplex) return "is complex";
  if (!variable.data || variable.nbytes == 0) return "is empty";
  if (above_int64(variable)) return "has values of 2^63 or more";
  return "";
}

at::Tensor values(const matvar_t& variable) {
  const std::vector<std::int64_t> dims = dims_of(variable);
  const std::int64_t count =
      std::accumulate(dims.begin(), dims.end(), std::int64_t{1}, std::multiplies<>());
  const std::vector<std::int64_t> reversed(dims.rbegin(), dims.rend());
  at::Tensor array = elements(variable, count).view(reversed);
  std::vector<std::int64_t> order(dims.size());
  std::iota(order.rbegin(), order.rend(), 0);
  array = array.permute(order);
  if (dims.size() == 2 && (dims[0] == 1 || dims[1] == 1)) array = array.flatten();
  if (count == 1) array = array.reshape({});
  array = array.clone(at::MemoryFormat::Contiguous);  // the variable's memory is freed
  return variable.isLogical ? array.to(at::kBool) : array;
}

}  // namespace facet::matlab
