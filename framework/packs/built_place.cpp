#include "framework/packs/built_place.h"

#include <filesystem>

#include "framework/files/checksum.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

constexpr const char* built_mark = "-built-";

}  // namespace

std::string built_folder(const std::string& folder, const PackChecksums& checksums) {
  const fs::path place = folder;
  const std::string all = checksum(write_checksums(checksums));
  return place.parent_path() /
         ("." + place.filename().string() + built_mark + all.substr(all.find(':') + 1));
}

std::optional<StoredPack> stored_pack_with_built(const std::string& folder) {
  const fs::path place = folder;
  const std::string name = place.filename();
  const std::size_t mark = name.rfind(built_mark);
  if (!name.starts_with('.') || mark == std::string::npos) return {};
  return stored_pack_in(place.parent_path() / name.substr(1, mark - 1));
}

}  // namespace facet
