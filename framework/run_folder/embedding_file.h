#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "facet/labels.h"

namespace facet {

/// An embedding with its labels beside it: an npz file with the array `embedding` (one row a bin),
/// of several sessions the array `session` (int64 T, whose the bin is), and one array for each
/// label under its own name (float64 T x d or int64 T).
struct EmbeddingFile {
  at::Tensor embedding;  ///< T x outputs float32
  Labels labels;
  at::Tensor session = {};  ///< T int64; undefined where there is one
};

/// A label of one of these names is written as `embedding_label` or `session_label`.
void save_embedding(const std::string& path, const EmbeddingFile& file);

/// Throws Error that names the file and what is wrong with it.
EmbeddingFile load_embedding(const std::string& path);

}  // namespace facet
