#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace facet {

enum class Metric { cosine, euclidean };

/// Decodes labels by the k nearest rows of an embedding, exactly. Everything on the CPU. x: n x d;
/// y: n x c float64 for continuous labels, n int64 for classes.
class NeighbourDecoder {
 public:
  /// Cosine: Euclidean between rows of unit length.
  NeighbourDecoder(const at::Tensor& train_x, at::Tensor train_y, Metric metric = Metric::cosine);

  /// The mean of the k nearest training rows' labels; for classes the most frequent one, the
  /// smallest on ties. k is at most the number of training rows.
  at::Tensor decode(const at::Tensor& x, std::int64_t k = 25) const;
  /// The same for several k in one search.
  std::vector<at::Tensor> decode(const at::Tensor& x, const std::vector<std::int64_t>& ks) const;

 private:
  at::Tensor scaled(const at::Tensor& x) const;

  at::Tensor train_x_, train_y_;
  Metric metric_;
};

/// The k among 1, 4, 9, ..., 100 that decodes the last fifth of the training rows best (pooled R2,
/// accuracy) from the others; the smallest on ties.
std::int64_t choose_neighbours(const at::Tensor& train_x, const at::Tensor& train_y,
                               Metric metric = Metric::cosine);

}  // namespace facet
