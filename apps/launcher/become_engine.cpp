#include "become_engine.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>

#include "apps/facet/exit_codes.h"

namespace facet {

int become_engine(char** arguments) {
  std::error_code unknown;  // then it is not found, which is said
  const auto launcher = std::filesystem::read_symlink("/proc/self/exe", unknown);
  const std::string engine = (launcher.parent_path() / FACET_ENGINE).lexically_normal();
  ::execv(engine.c_str(), arguments);
  std::fprintf(stderr, "facet: %s, a part of Facet, cannot be started: %s\n", engine.c_str(),
               std::strerror(errno));
  return exit_failed;
}

}  // namespace facet
