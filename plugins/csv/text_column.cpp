#include "text_column.h"

#include <ATen/Functions.h>

#include <algorithm>

#include "cell.h"
#include "facet/text.h"

namespace facet::csv {

namespace {

constexpr std::size_t most_classes = 1'000'000;

std::string why_no_class(std::string_view text) {
  std::string plain(text);
  return make_plain(plain) == "bytes that are not UTF-8"
             ? "holds bytes that are not UTF-8, first in " + shown(text) +
                   ": save the file in UTF-8"
             : "";
}

}  // namespace

void TextColumn::add(std::int64_t row, std::string_view text) {
  if (why_unreadable_.empty()) codes_.data_ptr<std::int64_t>()[row] = number_of(text);
}

std::int64_t TextColumn::number_of(std::string_view text) {
  if (text.empty()) return -1;
  if (const auto known = numbers_.find(text); known != numbers_.end()) return known->second;
  const auto number = static_cast<std::int64_t>(numbers_.size());
  why_unreadable_ = why_no_class(text);
  if (numbers_.size() == most_classes)
    why_unreadable_ = "has more than 1000000 different texts: it is no class";
  if (why_unreadable_.empty()) numbers_.emplace(text, number);
  return number;
}

ColumnValues TextColumn::finish() {
  if (!why_unreadable_.empty()) return {{}, {}, why_unreadable_};
  ColumnValues read{codes_};
  for (const auto& [text, number] : numbers_) read.classes.push_back(text);
  std::sort(read.classes.begin(), read.classes.end());
  std::vector<std::int64_t> places(numbers_.size());
  for (std::size_t place = 0; place < read.classes.size(); ++place)
    places[static_cast<std::size_t>(numbers_.at(read.classes[place]))] =
        static_cast<std::int64_t>(place);
  auto* codes = codes_.data_ptr<std::int64_t>();
  for (std::int64_t row = 0; row < codes_.numel(); ++row)
    codes[row] = codes[row] < 0 ? -1 : places[static_cast<std::size_t>(codes[row])];
  return read;
}

}  // namespace facet::csv
