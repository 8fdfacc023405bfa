#include "sparse_columns.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/index_put.h>

#include "facet/error.h"
#include "facet/reader.h"

namespace facet::matlab {

namespace {

[[noreturn]] void damaged() {
  throw Error("is damaged: the parts of the sparse matrix do not fit together");
}

/// Of each value, where it stands in the matrix, row after row.
at::Tensor places_of(const SparseColumns& sparse) {
  if (sparse.begins.numel() != sparse.columns + 1) damaged();
  const auto* begins = sparse.begins.data_ptr<std::int64_t>();
  const auto* row = sparse.row.data_ptr<std::int64_t>();
  const std::int64_t count = begins[sparse.columns];
  if (begins[0] != 0 || count < 0 || count > sparse.row.numel() || count > sparse.values.numel())
    damaged();
  const at::Tensor places = at::empty({count}, at::kLong);
  auto* place = places.data_ptr<std::int64_t>();
  for (std::int64_t column = 0; column < sparse.columns; ++column) {
    if (begins[column] > begins[column + 1] || begins[column + 1] > count) damaged();
    for (std::int64_t i = begins[column]; i < begins[column + 1]; ++i) {
      if (row[i] < 0 || row[i] >= sparse.rows) damaged();
      place[i] = row[i] * sparse.columns + column;
    }
  }
  return places;
}

}  // namespace

at::Tensor full_matrix(const SparseColumns& sparse) {
  const at::Tensor full = memory_for({sparse.rows, sparse.columns}, sparse.values.scalar_type());
  const at::Tensor places = places_of(sparse);
  full.zero_();
  full.view(-1).index_put_({places}, sparse.values.slice(0, 0, places.numel()));
  return full;
}

}  // namespace facet::matlab
