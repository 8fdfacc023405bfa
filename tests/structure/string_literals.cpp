#include "structure/string_literals.h"

#include <cctype>

namespace facet {

namespace {

/// Reads a source from its beginning to its end.
class Scanner {
 public:
  explicit Scanner(const std::string& source) : source_(source) {}

  std::vector<std::string> literals() {
    while (at_ < source_.size()) {
      if (starts("//"))
        skip_to("\n");
      else if (starts("/*"))
        skip_to("*/");
      else if (starts("R\""))
        raw_literal();
      else if (source_[at_] == '"')
        found_.push_back(quoted('"'));
      else if (source_[at_] == '\'' && !in_number())
        quoted('\'');
      else
        ++at_;
    }
    return found_;
  }

 private:
  bool starts(const std::string& text) const {
    return source_.compare(at_, text.size(), text) == 0;
  }

  /// Behind the next `end`, or to the end of the source.
  void skip_to(const std::string& end) {
    const std::size_t found = source_.find(end, at_);
    at_ = found == std::string::npos ? source_.size() : found + end.size();
  }

  /// `1'000`
  bool in_number() const {
    return at_ > 0 && std::isalnum(static_cast<unsigned char>(source_[at_ - 1]));
  }

  /// Steps over what stands between two quotes and returns it.
  std::string quoted(char quote) {
    const std::size_t begin = ++at_;
    while (at_ < source_.size() && source_[at_] != quote) at_ += source_[at_] == '\\' ? 2 : 1;
    return source_.substr(begin, at_++ - begin);
  }

  /// `R"tag(...)tag"`
  void raw_literal() {
    const std::size_t open = source_.find('(', at_);
    const std::string end = ")" + source_.substr(at_ + 2, open - at_ - 2) + "\"";
    at_ = open + 1;
    const std::size_t begin = at_;
    skip_to(end);
    found_.push_back(source_.substr(begin, at_ - end.size() - begin));
  }

  const std::string& source_;
  std::size_t at_ = 0;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> string_literals(const std::string& source) {
  return Scanner(source).literals();
}

}  // namespace facet
