#include "rows.h"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <ostream>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::size_t at_once = 1 << 16;
constexpr std::size_t longest_number = 64;  // characters, what separates it included
constexpr std::string_view blanks = " \t\r";

std::size_t row_size(RowForm form, std::int64_t numbers) {
  const auto count = static_cast<std::size_t>(numbers);
  return form == RowForm::float32 ? count * sizeof(float) : (count + 100) * longest_number;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// Takes the next number's text from the front of a line, and what separates it from the one after.
std::string_view take_word(std::string_view& line) {
  const std::size_t end = std::min(line.find_first_of(", \t"), line.size());
  const std::string_view word = line.substr(0, end);
  line = without_blanks(line.substr(end));
  const bool goes_on = line.starts_with(',');
  if (goes_on) line = without_blanks(line.substr(1));
  // After the last comma there should be a number, too: the caller finds an empty one.
  if (goes_on && line.empty()) line = ",";
  return word;
}

}  // namespace

RowReader::RowReader(int file, RowForm form, std::int64_t numbers)
    : file_(file), form_(form), row_size_(row_size(form, numbers)) {
  if (form == RowForm::float32) values_.resize(static_cast<std::size_t>(numbers));
}

std::optional<std::span<const float>> RowReader::next() {
  const std::optional<std::string_view> bytes = next_bytes();
  if (!bytes) return std::nullopt;
  if (form_ == RowForm::float32)
    std::memcpy(values_.data(), bytes->data(), row_size_);
  else
    parse_line(*bytes);
  return values_;
}

/// Of the next row; nothing at the end.
std::optional<std::string_view> RowReader::next_bytes() {
  ++row_;
  std::size_t size = size_of_row();
  while (size == 0 && read_more()) size = size_of_row();
  const std::size_t rest = bytes_.size() - used_;
  if (size == 0 && rest == 0) return std::nullopt;
  if (size == 0 && form_ == RowForm::float32)
    fail("the stream ends after " + std::to_string(rest) + " of its " + std::to_string(row_size_) +
         " bytes");
  if (size == 0) size = rest;  // a last line without an end
  const std::string_view bytes = std::string_view(bytes_).substr(used_, size);
  used_ += size;
  searched_ = 0;
  return bytes;
}

/// 0: it is not whole yet.
std::size_t RowReader::size_of_row() {
  const std::size_t rest = bytes_.size() - used_;
  if (form_ == RowForm::float32) return rest < row_size_ ? 0 : row_size_;
  const std::size_t end = bytes_.find('\n', used_ + searched_);
  searched_ = rest;
  if (end != std::string::npos) return end + 1 - used_;
  if (rest > row_size_)
    fail("there is no end of a line in " + std::to_string(rest) +
         " bytes: are these binary rows, which --binary reads?");
  return 0;
}

/// Waits for bytes; false at the end of the stream.
bool RowReader::read_more() {
  bytes_.erase(0, used_);
  used_ = 0;
  const std::size_t before = bytes_.size();
  bytes_.resize(before + at_once);
  ssize_t count = 0;
  do count = ::read(file_, bytes_.data() + before, at_once);
  while (count < 0 && errno == EINTR);
  const int error = errno;
  bytes_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  if (count < 0) fail(std::string("cannot be read: ") + std::strerror(error));
  return count > 0;
}

void RowReader::parse_line(std::string_view line) {
  values_.clear();
  line = without_blanks(line.substr(0, line.find('\n')));
  while (!line.empty()) {
    const std::string_view word = take_word(line);
    double value = 0;
    const char* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, value);
    if (error != std::errc{} || rest != end)
      fail("'" + printable(std::string(word)) + "' in the place of number " +
           std::to_string(values_.size() + 1) +
           " is no number: a row is a line of numbers, separated by commas, tabs or blanks");
    values_.push_back(static_cast<float>(value));
  }
}

void RowReader::fail(const std::string& what) const {
  throw Error("row " + std::to_string(row_) + ": " + what);
}

void write_row(std::ostream& out, RowForm form, std::span<const float> row) {
  if (form == RowForm::float32) {
    out.write(reinterpret_cast<const char*>(row.data()),
              static_cast<std::streamsize>(row.size_bytes()));
  } else {
    char number[32];
    for (std::size_t i = 0; i < row.size(); ++i) {
      char* const end = std::to_chars(number, number + sizeof number, row[i]).ptr;
      *end = i + 1 < row.size() ? ',' : '\n';
      out.write(number, end + 1 - number);
    }
  }
  out.flush();
}

}  // namespace facet
