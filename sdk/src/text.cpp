#include "facet/text.h"

namespace facet {

std::string join(const std::vector<std::string>& items, const std::string& between) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) text += (i > 0 ? between : "") + items[i];
  return text;
}

std::string quoted(const std::vector<std::string>& names, const std::string& between) {
  return names.empty() ? "" : "'" + join(names, "'" + between + "'") + "'";
}

}  // namespace facet
