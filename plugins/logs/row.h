#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace facet::logs {

/// What is logged of one step. A name has letters, digits, '_', '-' and '.' alone.
struct Row {
  std::int64_t step = 0;
  std::vector<std::pair<std::string, double>> values = {};
};

}  // namespace facet::logs
