#include "framework/files/temporary_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "facet/error.h"

namespace facet {

namespace fs = std::filesystem;

std::string temporary_place() {
  std::error_code error;
  const fs::path place = fs::temp_directory_path(error);
  if (error)
    throw Error("there is no place for temporary files: TMPDIR (else /tmp) cannot be used: " +
                error.message());
  return place;
}

TemporaryFolder::TemporaryFolder() : path_(temporary_place() + "/facet-XXXXXX") {
  if (!::mkdtemp(path_.data())) throw Error(path_ + ": cannot be made: " + std::strerror(errno));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace facet
