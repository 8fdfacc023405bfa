#include "messages.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace facet {

namespace {

/// See no-color.org: any value but an empty one.
bool has_colours() {
  const char* none = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool is_dumb = !terminal || std::string_view(terminal) == "dumb";
  return !(none && *none) && !is_dumb && ::isatty(STDERR_FILENO) == 1;
}

std::string coloured(const char* code, const std::string& text) {
  return has_colours() ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
}

}  // namespace

void tell_warning(const std::string& line) {
  std::cerr << coloured("33", "warning:") << ' ' << line << '\n';
}

void tell_failure(const std::string& what) {
  std::cerr << coloured("31", "facet:") << ' ' << what << '\n';
}

}  // namespace facet
