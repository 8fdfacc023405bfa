#include "missing.h"

#include <algorithm>

namespace facet::csv {

Missing::Missing(const std::vector<std::string>& spellings) : spellings_(spellings) {
  for (const std::string& spelling : spellings_)
    if (!spelling.empty()) begins_[static_cast<unsigned char>(spelling[0])] = true;
}

bool Missing::contains(std::string_view cell) const {
  if (cell.empty()) return true;
  return begins_[static_cast<unsigned char>(cell[0])] &&
         std::find(spellings_.begin(), spellings_.end(), cell) != spellings_.end();
}

}  // namespace facet::csv
