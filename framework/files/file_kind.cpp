#include "framework/files/file_kind.h"

namespace facet {

std::string file_kind(std::filesystem::file_type type) {
  switch (type) {
    case std::filesystem::file_type::regular: return "a file";
    case std::filesystem::file_type::directory: return "a folder";
    case std::filesystem::file_type::symlink: return "a link";
    case std::filesystem::file_type::fifo: return "a pipe";
    case std::filesystem::file_type::socket: return "a socket";
    case std::filesystem::file_type::block:
    case std::filesystem::file_type::character: return "a device";
    default: return "of a kind that is not known";
  }
}

}  // namespace facet
