#include "structure/included_files.h"

#include <regex>

namespace facet {

std::set<std::string> included_files(const std::string& source) {
  static const std::regex include("#include \"([^\"]+)\"");
  std::set<std::string> files;
  for (std::sregex_iterator at(source.begin(), source.end(), include), end; at != end; ++at)
    files.insert((*at)[1]);
  return files;
}

}  // namespace facet
