#include "framework/data/condition.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>

#include "facet/error.h"

namespace facet {

namespace {

using Columns = Condition::Columns;
using Rows = std::function<at::Tensor(const Columns&)>;

/// Numbers are compared as float64.
void require_exact(const at::Tensor& column, const std::string& name) {
  constexpr std::int64_t most = std::int64_t{1} << 53;
  if (column.is_floating_point() ||
      !column.gt(most).logical_or(column.lt(-most)).any().item<bool>())
    return;
  throw Error("'" + name + "' has integers beyond 2^53, which a condition cannot tell apart: " +
              "subtract the smallest of them in the file");
}

at::Tensor column_of(const at::Tensor& columns, const std::string& name,
                     std::optional<std::int64_t> index) {
  const std::int64_t count = columns.size(1);
  const std::string has =
      "'" + name + "' has " + std::to_string(count) + (count == 1 ? " column" : " columns");
  if (!index && count != 1) throw Error(has + ": write " + name + "[0] for the first one");
  if (index && *index >= count)
    throw Error(has + ", so there is no " + name + "[" + std::to_string(*index) + "]");
  const at::Tensor column = columns.select(1, index.value_or(0));
  require_exact(column, name);
  return column;
}

constexpr std::size_t most_characters = 10'000;
constexpr int most_levels = 100;  // of parentheses and `not`

/// Recursive descent: or, and, not, comparison, operand.
class ConditionParser {
 public:
  explicit ConditionParser(std::string_view text) : text_(text) {}

  Rows parse() {
    if (text_.size() > most_characters)
      throw Error("it has " + std::to_string(text_.size()) + " characters; at most " +
                  std::to_string(most_characters) + " are read");
    const Rows rows = any();
    skip_spaces();
    if (at_ < text_.size()) fail("`and`, `or` or the end");
    return rows;
  }

 private:
  [[noreturn]] void fail(const std::string& expected) {
    skip_spaces();
    const std::string found =
        at_ < text_.size() ? "'" + std::string(text_.substr(at_)) + "'" : "the end";
    throw Error("at character " + std::to_string(at_ + 1) + " there is " + found + " where " +
                expected + " is expected");
  }

  void skip_spaces() { at_ = std::min(text_.find_first_not_of(" \t\n", at_), text_.size()); }

  bool accept(std::string_view symbol) {
    skip_spaces();
    if (!text_.substr(at_).starts_with(symbol)) return false;
    at_ += symbol.size();
    return true;
  }

  static bool in_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || std::strchr("_./-", c) != nullptr;
  }

  std::string_view peek_word() {
    skip_spaces();
    std::size_t end = at_;
    while (end < text_.size() && in_name(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  bool accept_word(std::string_view word) {
    if (peek_word() != word) return false;
    at_ += word.size();
    return true;
  }

  Rows any() {
    Rows left = all();
    while (accept_word("or"))
      left = [left, right = all()](const Columns& c) { return left(c).logical_or(right(c)); };
    return left;
  }

  Rows all() {
    Rows left = negation();
    while (accept_word("and"))
      left = [left, right = negation()](const Columns& c) { return left(c).logical_and(right(c)); };
    return left;
  }

  Rows negation() {
    if (++level_ > most_levels)
      throw Error("it is nested deeper than " + std::to_string(most_levels) + " levels");
    Rows rows = nested();
    --level_;
    return rows;
  }

  Rows nested() {
    if (accept_word("not"))
      return [inner = negation()](const Columns& c) { return inner(c).logical_not(); };
    if (!accept("(")) return comparison();
    const Rows inner = any();
    if (!accept(")")) fail("`)`");
    return inner;
  }

  Rows comparison() {
    const Rows left = array();
    if (accept_word("between")) {
      const double low = number();
      if (!accept_word("and")) fail("`and`");
      return [left, low, high = number()](const Columns& c) {
        const at::Tensor values = left(c);
        return values.ge(low).logical_and(values.le(high));
      };
    }
    using Compare = at::Tensor (*)(const at::Tensor&, const at::Tensor&);
    static const std::array<std::pair<const char*, Compare>, 6> symbols = {
        {{"<=", [](const at::Tensor& a, const at::Tensor& b) { return a.le(b); }},
         {">=", [](const at::Tensor& a, const at::Tensor& b) { return a.ge(b); }},
         {"==", [](const at::Tensor& a, const at::Tensor& b) { return a.eq(b); }},
         {"!=", [](const at::Tensor& a, const at::Tensor& b) { return a.ne(b); }},
         {"<", [](const at::Tensor& a, const at::Tensor& b) { return a.lt(b); }},
         {">", [](const at::Tensor& a, const at::Tensor& b) { return a.gt(b); }}}};
    for (const auto& [symbol, compare] : symbols)
      if (accept(symbol))
        return [left, right = operand(), compare](const Columns& c) {
          const at::Tensor first = left(c);  // the first name is the first to be missed
          return compare(first, right(c));
        };
    if (text_.substr(at_).starts_with("=")) fail("`==`");
    return [left](const Columns& c) { return left(c).ne(0); };
  }

  Rows operand() {
    skip_spaces();
    const bool is_number =
        at_ < text_.size() && std::strchr("0123456789.+-", text_[at_]) != nullptr;
    if (!is_number) return array();
    return [value = number()](const Columns&) { return at::scalar_tensor(value, at::kDouble); };
  }

  double number() {
    accept("+");
    double value = 0;
    const auto [end, error] =
        std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
    if (error != std::errc()) fail("a number");
    at_ = static_cast<std::size_t>(end - text_.data());
    return value;
  }

  Rows array() {
    const std::string name = array_name();
    std::optional<std::int64_t> index;
    if (accept("[")) {
      skip_spaces();
      const char* end = text_.data() + text_.size();
      const auto [after, error] = std::from_chars(text_.data() + at_, end, index.emplace());
      if (error != std::errc() || *index < 0) fail("the number of a column");
      at_ = static_cast<std::size_t>(after - text_.data());
      if (!accept("]")) fail("`]`");
    }
    return [name, index](const Columns& columns) { return column_of(columns(name), name, index); };
  }

  std::string array_name() {
    if (accept("'")) {
      const std::size_t begin = at_;
      at_ = std::min(text_.find('\'', begin), text_.size());
      std::string name(text_.substr(begin, at_ - begin));
      if (!accept("'")) fail("`'`");
      return name;
    }
    const std::string name(peek_word());
    const bool keyword = name == "and" || name == "or" || name == "not" || name == "between";
    if (keyword || name.empty() ||
        !(std::isalpha(static_cast<unsigned char>(name[0])) || name[0] == '_'))
      fail("the name of an array");
    at_ += name.size();
    return name;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int level_ = 0;
};

}  // namespace

Condition::Condition(const std::string& text) : holds_(ConditionParser(text).parse()) {}

}  // namespace facet
