#include "framework/report/plotted_label.h"

#include <charconv>

#include "facet/error.h"

namespace facet {

namespace {

struct Wished {
  std::string name;
  std::int64_t column = 0;
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

Label plotted_label(const Labels& labels, const std::string& wished) {
  if (labels.all().empty()) throw Error("the embedding has no labels to be coloured by");
  const Wished own = wished.empty() ? Wished{labels.all().front().name} : parse(wished, labels);
  Label label = labels.find(own.name);
  const std::int64_t columns = label.kind == LabelKind::continuous ? label.values.size(1) : 1;
  if (own.column >= columns)
    throw Error("label '" + own.name + "' has no column " + std::to_string(own.column) +
                ": it has " + (columns == 1 ? "one" : std::to_string(columns) + ", from 0"));
  if (columns == 1) return label;
  label.values = label.values.narrow(1, own.column, 1);
  label.name += "[" + std::to_string(own.column) + "]";
  return label;
}

}  // namespace facet
