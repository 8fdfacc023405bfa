#include "framework/shipping/copy_pack.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/packs/pack_files.h"
#include "framework/shipping/archive_reader.h"
#include "framework/shipping/new_pack_file.h"

namespace facet {

namespace {

void copy_folder(const std::string& folder, const std::string& into) {
  for (const std::string& name : pack_files(folder)) {
    const std::string content = read_text(folder + "/" + name);
    NewPackFile(into, name).write(content.data(), content.size());
  }
}

}  // namespace

void copy_pack(const std::string& path, const std::string& into) {
  if (!std::filesystem::is_directory(path)) return unpack_archive(path, into);
  try {
    copy_folder(path, into);
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
}

}  // namespace facet
