#include "framework/shipping/copy_pack.h"

#include <array>
#include <filesystem>
#include <fstream>

#include "facet/error.h"
#include "framework/packs/pack_files.h"
#include "framework/shipping/archive_reader.h"
#include "framework/shipping/new_pack_file.h"

namespace facet {

namespace {

void copy_content(const std::string& folder, const std::string& name, NewPackFile& copy) {
  std::ifstream input(folder + "/" + name, std::ios::binary);
  std::array<char, 1 << 16> piece;
  while (input.read(piece.data(), piece.size()) || input.gcount() > 0)
    copy.write(piece.data(), static_cast<std::uint64_t>(input.gcount()));
  if (!input.eof()) throw Error(name + ": cannot be read");
}

void copy_folder(const std::string& folder, const std::string& into) {
  for (const std::string& name : pack_files(folder)) {
    NewPackFile copy(into, name);
    copy_content(folder, name, copy);
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
