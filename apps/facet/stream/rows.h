#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace facet {

/// How a row of numbers stands in a stream.
enum class RowForm {
  text,     ///< a line, the numbers separated by commas, tabs or blanks
  float32,  ///< little-endian float32, one after the other
};

/// The rows that come through a file descriptor, each as soon as all of it is there.
class RowReader {
 public:
  /// `numbers`: how many a row should have. The file stays the caller's.
  RowReader(int file, RowForm form, std::int64_t numbers);

  /// Waits for the next row; nothing at the end of the stream. A line may have more numbers or
  /// fewer. What is given lasts until the next call. Throws Error that names the row, counted from
  /// 1, where it cannot be read.
  std::optional<std::span<const float>> next();

 private:
  std::optional<std::string_view> next_bytes();
  std::size_t size_of_row();
  bool read_more();
  void parse_line(std::string_view line);
  [[noreturn]] void fail(const std::string& what) const;

  const int file_;
  const RowForm form_;
  const std::size_t row_size_;  // bytes: of a row of float32, at most of a line
  std::string bytes_;           // that came
  std::size_t used_ = 0;        // of these
  std::size_t searched_ = 0;    // after those used, in which there is no end of a line
  std::int64_t row_ = 0;
  std::vector<float> values_;
};

/// Writes a row, at once.
void write_row(std::ostream& out, RowForm form, std::span<const float> row);

}  // namespace facet
