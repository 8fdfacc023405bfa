#pragma once

#include <ATen/core/Tensor.h>

#include <string>

#include "facet/export.h"
#include "facet/file_array.h"
#include "facet/labels.h"

namespace facet {

/// An embedding with its labels beside it.
struct LabelledEmbedding {
  at::Tensor embedding;  ///< T x outputs float32
  Labels labels;
  at::Tensor session = {};  ///< T int64, whose each bin is; undefined where there is one session
  std::string model = {};   ///< checksum of the model that made it (see RunFolder); empty: of none
};

/// `embedding` and, of several sessions, `session`, and one array for each label under its own name
/// (float64 T x d, int64 T, or T texts; where integers are missing, T bool `NAME.missing` is true).
/// A label that has the name of another array of the file is `embedding_label`, `session_label` or
/// `format_label`.
FACET_API FileArrays arrays_of(const LabelledEmbedding& file);

/// These as an npz file of a run (see run_arrays.h), with the model's checksum.
FACET_API void save_embedding(const std::string& path, const LabelledEmbedding& file);

/// Throws Error that names the file and what is wrong with it; also where the embedding is not
/// finite in a bin that has a window, or in all.
FACET_API LabelledEmbedding load_embedding(const std::string& path);

}  // namespace facet
