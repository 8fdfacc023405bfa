#include "terminal_width.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>

namespace facet {

std::size_t terminal_width() {
  std::size_t columns = 0;
  if (const char* given = std::getenv("COLUMNS"))
    std::from_chars(given, given + std::strlen(given), columns);
  winsize size{};
  if (columns == 0 && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns > 0 ? columns : 80;
}

}  // namespace facet
