#include "shortest_endings.h"

#include <map>

namespace facet::nwb {

namespace {

/// From the shortest to the whole path.
std::vector<std::string> endings(const std::string& path) {
  std::vector<std::string> all;
  for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0;
       slash = path.rfind('/', slash - 1))
    all.push_back(path.substr(slash + 1));
  all.push_back(path);
  return all;
}

}  // namespace

std::vector<std::string> shortest_endings(const std::vector<std::string>& paths) {
  std::map<std::string, int> count;
  for (const std::string& path : paths)
    for (const std::string& ending : endings(path)) ++count[ending];
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    names.push_back(path);
    for (const std::string& ending : endings(path)) {
      if (count[ending] > 1) continue;
      names.back() = ending;
      break;
    }
  }
  return names;
}

}  // namespace facet::nwb
