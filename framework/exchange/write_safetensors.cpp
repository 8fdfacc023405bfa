#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>

#include "facet/error.h"
#include "framework/exchange/safetensors.h"
#include "framework/exchange/safetensors_types.h"
#include "framework/files/files.h"

namespace facet {

namespace {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

const char* name_of(at::ScalarType type, const NamedTensor& tensor) {
  for (const SafeTensorsType& known : safetensors_types)
    if (known.type == type) return known.name;
  throw Error("safetensors has no type " + std::string(c10::toString(type)) + " for " +
              tensor.name);
}

}  // namespace

/// The length of the header, the header, filled up with spaces so that the data begin at a multiple
/// of 8, and the data, one tensor behind the other.
void write_safetensors(const std::string& path, const SafeTensors& file) {
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
  std::string data;
  for (const NamedTensor& own : file.tensors) {
    const at::Tensor values = own.tensor.detach().cpu().contiguous();
    const std::size_t begin = data.size();
    data.append(static_cast<const char*>(values.data_ptr()), values.nbytes());
    header[own.name] = {{"dtype", name_of(values.scalar_type(), own)},
                        {"shape", values.sizes().vec()},
                        {"data_offsets", {begin, data.size()}}};
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');
  const std::uint64_t size = text.size();
  std::string length(sizeof size, '\0');
  std::memcpy(length.data(), &size, sizeof size);
  write_text(path, length + text + data);
}

}  // namespace facet
