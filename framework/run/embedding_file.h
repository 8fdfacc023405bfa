#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "facet/labels.h"

namespace facet {

/// An embedding with its labels beside it: an npz file with the array `embedding` (one row a bin)
/// and one array for each label under its own name (float64 T x d or int64 T).
struct EmbeddingFile {
  at::Tensor embedding;  ///< T x outputs float32
  Labels labels;
};

/// A label named `embedding` is written as `embedding_label`.
void save_embedding(const std::string& path, const EmbeddingFile& file);

/// Throws Error that names the file and what is wrong with it.
EmbeddingFile load_embedding(const std::string& path);

}  // namespace facet
