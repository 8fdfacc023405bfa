#include <ATen/Functions.h>

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "facet/error.h"
#include "framework/exchange/safetensors.h"
#include "framework/exchange/safetensors_types.h"
#include "framework/files/files.h"

namespace facet {

namespace {

using Json = nlohmann::json;

at::ScalarType type_of(const std::string& name) {
  for (const SafeTensorsType& known : safetensors_types)
    if (known.name == name) return known.type;
  throw Error("has the type " + name + ", which is not read");
}

/// One tensor, as the header tells of it, from the data of the file.
at::Tensor read_tensor(const Json& told, const std::string& data) {
  const at::ScalarType type = type_of(told.at("dtype").get<std::string>());
  const auto shape = told.at("shape").get<std::vector<std::uint64_t>>();
  const auto begin = told.at("data_offsets").at(0).get<std::uint64_t>();
  const auto end = told.at("data_offsets").at(1).get<std::uint64_t>();
  if (begin > end || end > data.size())
    throw Error("lies beyond the end of the file, which was cut off");
  std::uint64_t size = c10::elementSize(type);
  for (const std::uint64_t length : shape)  // no product of these is beyond 64 bits
    if (__builtin_mul_overflow(size, length, &size)) throw Error("has a shape beyond all memory");
  if (size != end - begin) throw Error("has a shape that does not fit its bytes");
  const at::Tensor values =
      at::empty(std::vector<std::int64_t>(shape.begin(), shape.end()), at::dtype(type));
  std::memcpy(values.data_ptr(), data.data() + begin, size);
  return values;
}

SafeTensors read(const Json& header, const std::string& data) {
  SafeTensors file;
  std::vector<std::pair<std::uint64_t, NamedTensor>> found;
  for (const auto& [name, told] : header.items()) {
    if (name == "__metadata__") {
      file.metadata = told.get<std::map<std::string, std::string>>();
      continue;
    }
    try {
      found.push_back({told.at("data_offsets").at(0), {name, read_tensor(told, data)}});
    } catch (const Error& error) {
      throw Error("the tensor '" + name + "' " + error.what());
    }
  }
  std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
  for (auto& [begin, tensor] : found) file.tensors.push_back(std::move(tensor));
  return file;
}

}  // namespace

SafeTensors read_safetensors(const std::string& path) {
  const std::string text = read_text(path);
  std::uint64_t size = 0;
  if (text.size() >= sizeof size) std::memcpy(&size, text.data(), sizeof size);
  if (size < 2 || size > text.size() - sizeof size || text[sizeof size] != '{')
    throw Error(path + ": is not a file of safetensors: it does not begin with such a header");
  try {
    return read(Json::parse(text.substr(sizeof size, size)), text.substr(sizeof size + size));
  } catch (const Json::exception&) {
    throw Error(path + ": is damaged: its header is not that of safetensors");
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
}

}  // namespace facet
