#include "framework/data/recording_reader.h"

#include <filesystem>

#include "facet/error.h"
#include "facet/reader.h"

namespace facet {

std::vector<NamedTensor> read_arrays(const std::string& path, Registry& registry) {
  const std::string extension = std::filesystem::path(path).extension();
  if (extension.size() < 2)
    throw Error(path + ": has no extension that says which reader can read it");
  const std::string reader = extension.substr(1);
  try {
    registry.find("reader", reader);
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return registry.create<Reader>({reader})->read(path);
}

LoadedRecording read_recording(const DataConfig& config, Registry& registry) {
  std::vector<NamedTensor> arrays;
  std::string name;
  for (const std::string& path : config.file) {
    const std::vector<NamedTensor> more = read_arrays(path, registry);
    arrays.insert(arrays.end(), more.begin(), more.end());
    name += (name.empty() ? "" : ", ") + path;
  }
  return make_recording(name, arrays, config);
}

}  // namespace facet
