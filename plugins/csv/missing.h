#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facet::csv {

/// The spellings of what is missing. An empty cell always is; where a spelling is a number, so is
/// every cell that is the same number: `-999.0` of `-999`.
class Missing {
 public:
  explicit Missing(const std::vector<std::string>& spellings);

  bool contains(std::string_view cell) const;

 private:
  struct Number {
    double value;
    std::optional<std::int64_t> integer;  // of which a float64 may hold only a neighbor
  };

  bool is_number(std::string_view cell) const;

  std::vector<std::string> spellings_;
  std::vector<Number> numbers_;
  std::array<bool, 256> begins_{}, begins_number_{};  // with which bytes: most cells are numbers
};

}  // namespace facet::csv
