#include "framework/judging/label_column.h"

#include <charconv>
#include <optional>

#include "facet/error.h"

namespace facet {

namespace {

struct Wished {
  std::string name;
  std::optional<std::int64_t> column = {};
};

/// `position[1]`, unless a label has this very name.
Wished parse(const std::string& text, const Labels& labels) {
  const auto bracket = text.rfind('[');
  if (labels.contains(text) || bracket == std::string::npos || text.back() != ']') return {text};
  const char* end = text.data() + text.size() - 1;
  std::int64_t column = 0;
  const auto parsed = std::from_chars(text.data() + bracket + 1, end, column);
  if (parsed.ec != std::errc{} || parsed.ptr != end || column < 0) return {text};
  return {text.substr(0, bracket), column};
}

}  // namespace

Label one_column(const Label& label, std::int64_t column) {
  const std::int64_t columns = label.kind == LabelKind::continuous ? label.values.size(1) : 1;
  if (column >= columns)
    throw Error("label '" + label.name + "' has no column " + std::to_string(column) + ": it has " +
                (columns == 1 ? "one" : std::to_string(columns) + ", from 0"));
  if (columns == 1) return label;
  Label own = label;
  own.values = label.values.narrow(1, column, 1);
  own.name += "[" + std::to_string(column) + "]";
  return own;
}

Label label_column(const Labels& labels, const std::string& wished) {
  const Wished own = parse(wished, labels);
  const Label& label = labels.find(own.name);
  return own.column ? one_column(label, *own.column) : label;
}

}  // namespace facet
