#include "framework/conformance/few_lines.h"

namespace facet {

void FewLines::add(std::string_view piece) {
  for (const char c : piece) {
    if (!in_a_line_) ++(lines_ < most_lines ? lines_ : left_out_);
    in_a_line_ = c != '\n';
    if (left_out_ == 0 && first_.size() < most_characters) first_ += c;
  }
}

std::string FewLines::text() const {
  std::string text = first_;
  if (!text.empty() && text.back() != '\n') text += '\n';
  if (left_out_ > 0) text += "(and " + std::to_string(left_out_) + " lines more)\n";
  return text;
}

}  // namespace facet
