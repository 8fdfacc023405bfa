#include "framework/run_folder/embedding_file.h"

#include <ATen/TensorOperators.h>

#include "facet/error.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

namespace {

/// A bin without a window is a row of NaN; nothing else that is not finite comes from a model that
/// learned something.
void require_something_learned(const std::string& path, const at::Tensor& embedding) {
  const at::Tensor finite = embedding.isfinite().all(1);
  const at::Tensor wrong = finite.logical_or(embedding.isnan().all(1)).logical_not();
  if (wrong.any().item<bool>())
    throw Error(path + ": the embedding is not finite in " +
                std::to_string(wrong.sum().item<std::int64_t>()) +
                " bins, so that it says nothing: train the run again");
  if (embedding.size(0) > 0 && !finite.any().item<bool>())
    throw Error(path +
                ": the embedding is finite in no bin, so that it says nothing: train the run "
                "again");
}

}  // namespace

void save_embedding(const std::string& path, const LabelledEmbedding& file) {
  std::vector<NamedTensor> arrays = {{"embedding", file.embedding}};
  if (file.session.defined()) arrays.push_back({"session", file.session});
  for (const Label& label : file.labels.all()) {
    const bool taken =
        label.name == "embedding" || label.name == "session" || label.name == "format";
    arrays.push_back({taken ? label.name + "_label" : label.name, label.values});
  }
  write_run_arrays(path, arrays);
}

LabelledEmbedding load_embedding(const std::string& path) {
  LabelledEmbedding file;
  std::vector<Label> labels;
  for (const NamedTensor& array : read_run_arrays(path)) {
    if (array.name == "embedding")
      file.embedding = array.tensor;
    else if (array.name == "session")
      file.session = array.tensor;
    else
      labels.push_back(
          {array.name,
           array.tensor.is_floating_point() ? LabelKind::continuous : LabelKind::discrete,
           array.tensor});
  }
  if (!file.embedding.defined() || file.embedding.dim() != 2)
    throw Error(path + ": has no array `embedding` with one row per bin");
  require_something_learned(path, file.embedding);
  file.labels = Labels(file.embedding.size(0), std::move(labels));
  return file;
}

}  // namespace facet
