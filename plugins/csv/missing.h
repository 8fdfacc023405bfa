#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace facet::csv {

/// The spellings of what is missing. An empty cell always is.
class Missing {
 public:
  explicit Missing(const std::vector<std::string>& spellings);

  bool contains(std::string_view cell) const;

 private:
  std::vector<std::string> spellings_;
  std::array<bool, 256> begins_{};  // with which bytes: most cells are numbers
};

}  // namespace facet::csv
