#include "framework/run_folder/embedding_file.h"

#include <ATen/TensorOperators.h>

#include "facet/error.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

void save_embedding(const std::string& path, const LabelledEmbedding& file) {
  std::vector<NamedTensor> arrays = {{"embedding", file.embedding}};
  if (file.session.defined()) arrays.push_back({"session", file.session});
  if (!file.model.empty()) arrays.push_back({model_array, text_array(file.model)});
  for (const Label& label : file.labels.all()) {
    const bool taken = label.name == "embedding" || label.name == "session" ||
                       label.name == "format" || label.name == model_array;
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
    else if (array.name == model_array)
      file.model = text_in(array.tensor);
    else
      labels.push_back(
          {array.name,
           array.tensor.is_floating_point() ? LabelKind::continuous : LabelKind::discrete,
           array.tensor});
  }
  if (!file.embedding.defined() || file.embedding.dim() != 2)
    throw Error(path + ": has no array `embedding` with one row per bin");
  const std::int64_t rows = file.embedding.size(0);
  if (!file.embedding.is_floating_point() ||
      (file.session.defined() &&
       (file.session.scalar_type() != at::kLong || file.session.sizes() != at::IntArrayRef{rows})))
    throw Error(path + ": `embedding` must hold float numbers and `session` int64, one a row");
  file.labels = Labels(file.embedding.size(0), std::move(labels));
  return file;
}

}  // namespace facet
