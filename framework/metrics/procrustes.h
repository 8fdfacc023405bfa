#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace facet {

/// The rotation (or reflection) R, d x d float64, that brings `data` nearest to `reference`:
/// minimum of |X R - Y|, R'R = 1, hence R = U V' with X'Y = U S V'. No centring, no scaling.
///
/// X is every row of data, top_k times; Y the top_k reference rows whose labels are nearest to that
/// row's, the lowest row on ties. data: n x d, reference: m x d; labels: n x c and m x c,
/// undefined: the row numbers, for n = m. Throws Error for other shapes. (Schönemann 1966)
at::Tensor procrustes(const at::Tensor& reference, const at::Tensor& data, std::int64_t top_k = 5,
                      const at::Tensor& reference_label = {}, const at::Tensor& label = {});

/// The mean of the first embedding and the others brought to it by procrustes(), each n x d, row by
/// row; rotations are found on the rows that are finite in both. With `to_unit_length` each row of
/// the result is divided by its norm. Float64.
at::Tensor ensemble(const std::vector<at::Tensor>& embeddings, bool to_unit_length = false);

}  // namespace facet
