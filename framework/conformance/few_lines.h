#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace facet {

/// The first lines of a text that comes in pieces and may have no end.
class FewLines {
 public:
  static constexpr std::int64_t most_lines = 5;
  static constexpr std::size_t most_characters = 2000;

  void add(std::string_view piece);

  /// The lines, and how many more there were; empty where there was nothing.
  std::string text() const;

 private:
  std::string first_;
  std::int64_t lines_ = 0, left_out_ = 0;
  bool in_a_line_ = false;
};

}  // namespace facet
