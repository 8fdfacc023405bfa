#include "framework/plugin_loader/own_libraries.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/checksum.h"
#include "framework/files/files.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

class LibraryFinder {
 public:
  explicit LibraryFinder(fs::path folder) : folder_(std::move(folder)) {}

  void take_needed(const ElfFile& elf) {
    for (const std::string& name : elf.needed_libraries()) {
      const bool is_plain = name.find('/') == std::string::npos;  // a path would lead out of lib/
      if (is_plain && !is_known(name) && path_exists(folder_ / name)) take(name);
    }
  }
  std::vector<OwnLibrary> libraries() const { return libraries_; }

 private:
  bool is_known(const std::string& name) const {
    return std::find(seen_.begin(), seen_.end(), name) != seen_.end();
  }

  void take(const std::string& name) {
    seen_.push_back(name);
    const OwnLibrary library = open(name);
    take_needed(*library.elf);
    libraries_.push_back(library);
  }

  OwnLibrary open(const std::string& name) const {
    try {
      const auto file = std::make_shared<PluginFile>(folder_ / name);
      const auto checksum = file_checksum(file->descriptor());
      const auto elf = std::make_shared<ElfFile>(file->descriptor());
      if (elf->soname() != name)
        throw Error("its SONAME is '" + elf->soname() + "', not the name of the file");
      return {name, file, checksum, elf};
    } catch (const Error& error) {
      throw Error("lib/" + name + ": " + error.what());
    }
  }

  fs::path folder_;
  std::vector<std::string> seen_;
  std::vector<OwnLibrary> libraries_;
};

}  // namespace

std::vector<OwnLibrary> find_own_libraries(const PluginFile& plugin, const ElfFile& elf) {
  LibraryFinder finder(fs::path(plugin.real_path()).parent_path() / "lib");
  finder.take_needed(elf);
  return finder.libraries();
}

}  // namespace facet
