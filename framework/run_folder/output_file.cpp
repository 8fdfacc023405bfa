#include "framework/run_folder/output_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/files/extension.h"
#include "framework/files/files.h"
#include "framework/run_folder/run_files.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Whether both names are of one file: links of either kind, another spelling.
bool is_same_file(const std::string& path, const std::string& other) {
  std::error_code not_there;
  return fs::equivalent(path, other, not_there);
}

/// A mistake in what was asked for, whatever there is on the disk.
[[noreturn]] void throw_mistake(const std::string& what) {
  throw OptionsError({{{}, "", what}});
}

/// The folder that the file is to be written into.
void require_folder_of(const std::string& path) {
  const fs::path folder = fs::absolute(path).parent_path();
  if (std::error_code unreadable; !fs::is_directory(folder, unreadable))
    throw Error(path + ": cannot be written: there is no folder " + folder.string());
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    throw Error(path + ": cannot be written: " + folder.string() + ": " + std::strerror(errno));
}

}  // namespace

void require_output(const std::string& path, const std::vector<std::string>& inputs,
                    ExistingFile existing, const std::vector<std::string>& extensions) {
  if (path.empty()) throw_mistake("the name of the file to write is empty");
  if (is_part_of_run(path))
    throw Error(path + ": is not written, since it would be part of a run: choose another file");
  for (const std::string& input : inputs)
    for (const std::string& written : {path, path + ".new"})  // see AtomicFile
      if (is_same_file(written, input))
        throw Error(path + ": is not written, since this command reads " + input +
                    ": choose another file");
  const bool there = path_exists(path);
  if (there && !fs::is_regular_file(path))
    throw Error(path + ": cannot be written: it is a folder, a device or a pipe, not a file");
  if (std::ranges::find(extensions, "." + extension_of(path)) == extensions.end())
    throw_mistake(path +
                  ": is not written, since other programs would take it for another format: " +
                  "let its name end in " + join(extensions, " or "));
  require_folder_of(path);
  if (there && existing == ExistingFile::refused)
    throw Error(path + ": is there already: --overwrite replaces it");
}

}  // namespace facet
