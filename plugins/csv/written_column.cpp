#include "written_column.h"

#include <csv.h>

#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace facet::csv {

namespace {

template <class Number>
WrittenColumn column_of(const std::string& name, const at::Tensor& values) {
  const at::Tensor own = values.contiguous();
  return {name, [own, numbers = own.data_ptr<Number>()](std::int64_t row, std::string& line) {
            const Number number = numbers[row];
            if constexpr (std::is_same_v<Number, bool>) {
              line += number ? "true" : "false";
            } else {
              if constexpr (std::is_floating_point_v<Number>)
                if (std::isnan(number)) {
                  line += "NaN";  // of any sign
                  return;
                }
              std::array<char, 32> digits;
              const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
              line.append(digits.begin(), end);
            }
          }};
}

WrittenColumn number_column(const std::string& name, const at::Tensor& values) {
  switch (values.scalar_type()) {
    case at::kBool: return column_of<bool>(name, values);
    case at::kDouble: return column_of<double>(name, values);
    case at::kFloat: return column_of<float>(name, values);
    case at::kHalf:
    case at::kBFloat16: return column_of<float>(name, values.to(at::kFloat));
    default: return column_of<std::int64_t>(name, values.to(at::kLong));
  }
}

WrittenColumn text_column(const FileArray& array) {
  const TextValues text = array.read_text();
  std::vector<std::string> cells;
  for (const std::string& one : text.classes) cells.push_back(in_quotes(one));
  const at::Tensor codes = text.codes.contiguous();
  return {array.name(), [cells, codes, code = codes.data_ptr<std::int64_t>()](std::int64_t row,
                                                                              std::string& line) {
            if (code[row] >= 0) line += cells[static_cast<std::size_t>(code[row])];
          }};
}

}  // namespace

std::vector<WrittenColumn> written_columns(const FileArray& array) {
  if (array.is_text()) return {text_column(array)};
  const at::Tensor values = array.read();
  if (values.dim() == 1 || values.size(1) == 1)
    return {number_column(array.name(), values.flatten())};
  std::vector<WrittenColumn> columns;
  for (std::int64_t i = 0; i < values.size(1); ++i)
    columns.push_back(number_column(array.name() + "_" + std::to_string(i), values.select(1, i)));
  return columns;
}

std::string in_quotes(const std::string& text) {
  std::string quoted(2 * text.size() + 2, '\0');
  quoted.resize(csv_write(quoted.data(), quoted.size(), text.data(), text.size()));
  return quoted;
}

}  // namespace facet::csv
