#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace facet::csv {

/// What the rows of one column hold.
struct ColumnValues {
  at::Tensor values;                      ///< one a row; of text the place of its class, or -1
  std::vector<std::string> classes = {};  ///< of text: the different ones, ascending
  std::string why_unreadable = {};        ///< empty: it can be read
};

/// Numbers the different texts of a column. A text of its own in each row is no class: there are a
/// million at most.
class TextColumn {
 public:
  /// `codes`: int64, to be filled.
  explicit TextColumn(at::Tensor codes) : codes_(std::move(codes)) {}

  /// An empty text is missing. Throws nothing where a column of text cannot be read, since others
  /// are read in the same go: finish() says so.
  void add(std::int64_t row, std::string_view text);
  ColumnValues finish();

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::int64_t number_of(std::string_view text);

  at::Tensor codes_;
  std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> numbers_;
  std::string why_unreadable_;
};

}  // namespace facet::csv
