#include "framework/run_folder/embedding_file.h"

#include <ATen/TensorOperators.h>

#include "facet/error.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

namespace {

constexpr const char* missing_suffix = ".missing";

FileArrays label_arrays(const Label& label, const std::string& name) {
  if (!label.classes.empty())
    return {FileArray::text(name, label.values.size(0), [label] {
      return TextValues{label.values, label.classes};
    })};
  FileArrays arrays = {{name, label.values}};
  if (label.missing.defined()) arrays.emplace_back(name + missing_suffix, label.missing);
  return arrays;
}

Label read_label(const FileArray& array) {
  if (array.is_text()) {
    TextValues text = array.read_text();
    const at::Tensor missing = text.codes.lt(0);
    return {array.name(), LabelKind::discrete, text.codes, std::move(text.classes),
            missing.any().item<bool>() ? missing : at::Tensor()};
  }
  const at::Tensor values = array.read();
  return {array.name(), values.is_floating_point() ? LabelKind::continuous : LabelKind::discrete,
          values};
}

/// The label of which it says where it is missing; null where it is a label itself.
Label* label_missing_in(const FileArray& array, std::vector<Label>& labels) {
  const std::string& name = array.name();
  if (array.type() != at::kBool || !name.ends_with(missing_suffix)) return nullptr;
  for (Label& label : labels)
    if (label.name + missing_suffix == name) return &label;
  return nullptr;
}

}  // namespace

FileArrays arrays_of(const LabelledEmbedding& file) {
  FileArrays arrays = {{"embedding", file.embedding}};
  if (file.session.defined()) arrays.emplace_back("session", file.session);
  for (const Label& label : file.labels.all()) {
    const bool taken = label.name == "embedding" || label.name == "session" ||
                       label.name == "format" || label.name == model_array;
    for (FileArray& array : label_arrays(label, taken ? label.name + "_label" : label.name))
      arrays.push_back(std::move(array));
  }
  return arrays;
}

void save_embedding(const std::string& path, const LabelledEmbedding& file) {
  FileArrays arrays = arrays_of(file);
  if (!file.model.empty()) arrays.emplace_back(model_array, text_array(file.model));
  write_run_file(path, arrays);
}

LabelledEmbedding load_embedding(const std::string& path) {
  LabelledEmbedding file;
  std::vector<Label> labels;
  for (const FileArray& array : list_run_file(path)) {
    if (array.name() == "embedding")
      file.embedding = array.read();
    else if (array.name() == "session")
      file.session = array.read();
    else if (array.name() == model_array)
      file.model = text_in(array.read());
    else if (Label* label = label_missing_in(array, labels))
      label->missing = array.read();
    else
      labels.push_back(read_label(array));
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
