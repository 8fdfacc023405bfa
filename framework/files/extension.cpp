#include "framework/files/extension.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace facet {

std::string extension_of(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension();
  if (extension.size() < 2) return {};
  std::ranges::transform(extension, extension.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  return extension.substr(1);
}

}  // namespace facet
