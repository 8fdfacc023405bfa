#include "framework/run_folder/run_arrays.h"

#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <optional>

#include "facet/error.h"
#include "framework/files/format.h"

namespace facet {

namespace {

constexpr const char* format_name = "format";

std::optional<std::int64_t> format_of(const FileArrays& arrays) {
  for (const FileArray& array : arrays)
    if (array.name() == format_name && array.type() == at::kLong && array.shape().empty())
      return array.read().item<std::int64_t>();
  return {};
}

}  // namespace

void write_run_file(const std::string& path, const FileArrays& arrays) {
  FileArrays all = {{format_name, at::scalar_tensor(file_format, at::kLong)}};
  all.insert(all.end(), arrays.begin(), arrays.end());
  write_npz_arrays(path, all);
}

void write_run_arrays(const std::string& path, const std::vector<NamedTensor>& arrays) {
  write_run_file(path, {arrays.begin(), arrays.end()});
}

at::Tensor text_array(const std::string& text) {
  return at::tensor(std::vector<std::uint8_t>(text.begin(), text.end()), at::kByte);
}

std::string text_in(const at::Tensor& array) {
  const at::Tensor bytes = array.to(at::kByte).contiguous();
  const auto* first = bytes.data_ptr<std::uint8_t>();
  return {first, first + bytes.numel()};
}

std::string model_of(const std::string& path) {
  for (const NamedTensor& array : read_run_arrays(path))
    if (array.name == model_array) return text_in(array.tensor);
  return {};
}

FileArrays list_run_file(const std::string& path) {
  FileArrays arrays = list_npz(path);
  require_format(path, format_of(arrays));
  std::erase_if(arrays, [](const FileArray& array) { return array.name() == format_name; });
  return arrays;
}

std::vector<NamedTensor> read_run_arrays(const std::string& path) {
  std::vector<NamedTensor> arrays;
  for (const FileArray& array : list_run_file(path)) {
    if (!array.why_unreadable().empty() || array.is_text())
      throw Error(path + ": '" + array.name() + "' " +
                  (array.is_text() ? "holds text" : array.why_unreadable()));
    arrays.push_back({array.name(), array.read()});
  }
  return arrays;
}

}  // namespace facet
