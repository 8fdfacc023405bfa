#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "framework/files/files.h"

namespace facet {

/// The blocks of code in docs/`page` that begin with `[data]`.
inline std::vector<std::string> configs_in_docs(const std::string& page) {
  std::istringstream lines(read_text(FACET_SOURCE_FOLDER "/docs/" + page));
  std::vector<std::string> blocks;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    const bool is_code = line.starts_with("    ");
    if (is_code && line == "    [data]") {
      blocks.emplace_back();
      inside = true;
    }
    inside = inside && (is_code || line.empty());
    if (inside) blocks.back() += (is_code ? line.substr(4) : line) + "\n";
  }
  return blocks;
}

}  // namespace facet
