#include "framework/run_folder/run_arrays.h"

#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <optional>

#include "framework/files/format.h"

namespace facet {

namespace {

constexpr const char* format_name = "format";

std::optional<std::int64_t> format_of(const std::vector<NamedTensor>& arrays) {
  for (const NamedTensor& array : arrays)
    if (array.name == format_name && array.tensor.scalar_type() == at::kLong &&
        array.tensor.numel() == 1)
      return array.tensor.item<std::int64_t>();
  return {};
}

}  // namespace

void write_run_arrays(const std::string& path, const std::vector<NamedTensor>& arrays) {
  std::vector<NamedTensor> all = {{format_name, at::scalar_tensor(file_format, at::kLong)}};
  all.insert(all.end(), arrays.begin(), arrays.end());
  write_npz(path, all);
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

std::vector<NamedTensor> read_run_arrays(const std::string& path) {
  std::vector<NamedTensor> arrays = read_npz(path);
  require_format(path, format_of(arrays));
  std::erase_if(arrays, [](const NamedTensor& array) { return array.name == format_name; });
  return arrays;
}

}  // namespace facet
