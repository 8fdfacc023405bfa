#include "framework/conformance/array_values.h"

#include <ATen/Functions.h>

namespace facet {

namespace {

/// The bytes of the texts, -1 behind each.
at::Tensor numbers_of(const std::vector<std::string>& texts) {
  std::vector<std::int64_t> bytes;
  for (const std::string& text : texts) {
    for (const char byte : text) bytes.push_back(static_cast<unsigned char>(byte));
    bytes.push_back(-1);
  }
  return at::tensor(bytes, at::kLong);
}

}  // namespace

Results values_of(const FileArray& array) {
  const std::string& name = array.name();
  if (array.is_ragged()) return values_of(array, {0, array.shape()[0]});
  if (!array.is_text()) return {{name, array.read()}};
  const TextValues text = array.read_text();
  return {{name, text.codes}, {"classes of " + name, numbers_of(text.classes)}};
}

Results values_of(const FileArray& array, Rows rows) {
  const std::string& name = array.name();
  if (!array.is_ragged()) return {{name, array.read_rows(rows)}};
  const RaggedValues ragged = array.read_ragged(rows);
  return {{name, ragged.values}, {"ends of " + name, ragged.ends}};
}

}  // namespace facet
