#include "framework/viewer/packed_column.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "facet/error.h"
#include "framework/files/base64.h"

namespace facet {

namespace {

std::string deflated(const std::vector<unsigned char>& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, bytes.data(), bytes.size(),
                Z_DEFAULT_COMPRESSION) != Z_OK)
    throw Error("there is not enough memory to compress a column of the report");
  packed.resize(size);
  return packed;
}

nlohmann::json packed(const at::Tensor& numbers, double low, double high, std::int64_t top) {
  const at::Tensor all = numbers.to(at::kDouble).contiguous();
  const auto count = static_cast<std::size_t>(all.size(0));
  const double step = high > low ? (high - low) / static_cast<double>(top) : 1;
  std::vector<unsigned char> bytes(2 * count);
  std::uint16_t before = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double place = std::round((all.data_ptr<double>()[i] - low) / step);
    const bool known = place >= 0 && place <= static_cast<double>(top);
    const auto level = static_cast<std::uint16_t>(known ? place : static_cast<double>(top) + 1);
    const auto difference = static_cast<std::int16_t>(level - before);
    const auto folded = static_cast<std::uint16_t>((difference << 1) ^ (difference >> 15));
    bytes[i] = static_cast<unsigned char>(folded & 255);
    bytes[count + i] = static_cast<unsigned char>(folded >> 8);
    before = level;
  }
  return {{"low", low}, {"high", high}, {"top", top}, {"levels", base64(deflated(bytes))}};
}

}  // namespace

std::int64_t steps_of_places(std::int64_t bins) {
  return std::clamp<std::int64_t>(100'000'000 / std::max<std::int64_t>(bins, 1), 1023, last_class);
}

std::int64_t steps_of_labels(std::int64_t bins) {
  return std::max<std::int64_t>(steps_of_places(bins), 4095);
}

nlohmann::json packed_column(const at::Tensor& numbers, std::int64_t top) {
  const at::Tensor finite = numbers.masked_select(numbers.isfinite()).to(at::kDouble);
  const bool none = finite.numel() == 0;
  return packed(numbers, none ? 0 : finite.min().item<double>(),
                none ? 0 : finite.max().item<double>(), top);
}

nlohmann::json packed_classes(const at::Tensor& numbers) {
  return packed(numbers, 0, last_class, last_class);
}

}  // namespace facet
