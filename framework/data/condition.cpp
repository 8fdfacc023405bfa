#include "framework/data/condition.h"

#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>

#include "facet/error.h"
#include "framework/data/comparison.h"

namespace facet {

namespace {

using Arrays = Condition::Arrays;
using Holds = std::function<at::Tensor(const Arrays&)>;

constexpr std::size_t most_characters = 10'000;
constexpr int most_levels = 100;  // of parentheses and `not`

/// NaN is no interval.
void require_whole(const at::Tensor& numbers, const std::string& name) {
  if (!numbers.is_floating_point()) return;
  if (numbers.isfinite().logical_and(numbers.ne(numbers.round())).any().item<bool>())
    throw Error("'in " + name + "' asks for the intervals '" + name +
                "', which has fractions: compare it, as in " + name + " > 0");
}

/// Recursive descent: or, and, not, comparison, operand.
class ConditionParser {
 public:
  explicit ConditionParser(std::string_view text) : text_(text) {}

  const std::vector<std::string>& names() const { return names_; }

  Holds parse() {
    if (text_.size() > most_characters)
      throw Error("it has " + std::to_string(text_.size()) + " characters; at most " +
                  std::to_string(most_characters) + " are read");
    const Holds rows = any();
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

  Holds any() {
    Holds left = all();
    while (accept_word("or"))
      left = [left, right = all()](const Arrays& a) { return left(a).logical_or(right(a)); };
    return left;
  }

  Holds all() {
    Holds left = negation();
    while (accept_word("and"))
      left = [left, right = negation()](const Arrays& a) { return left(a).logical_and(right(a)); };
    return left;
  }

  Holds negation() {
    if (++level_ > most_levels)
      throw Error("it is nested deeper than " + std::to_string(most_levels) + " levels");
    Holds rows = nested();
    --level_;
    return rows;
  }

  Holds nested() {
    if (accept_word("not"))
      return [inner = negation()](const Arrays& a) { return inner(a).logical_not(); };
    if (!accept("(")) return comparison();
    const Holds inner = any();
    if (!accept(")")) fail("`)`");
    return inner;
  }

  Holds comparison() {
    if (accept_word("in")) return within();
    const ComparedSide left = array();
    if (accept_word("in")) return one_of(left);
    if (accept_word("between")) {
      const double low = number();
      if (!accept_word("and")) fail("`and`");
      return [left, low, high = number()](const Arrays& a) {
        const at::Tensor values = numbers_of(left, a);
        return values.ge(low).logical_and(values.le(high));
      };
    }
    for (const char* symbol : {"<=", ">=", "==", "!=", "<", ">"})
      if (accept(symbol)) return compared(left, symbol, side());
    if (text_.substr(at_).starts_with("=")) fail("`==`");
    return [left](const Arrays& a) { return numbers_of(left, a).ne(0); };
  }

  /// The number of the interval that a bin is in; -1 is none.
  Holds within() {
    return [intervals = array()](const Arrays& a) {
      const at::Tensor numbers = numbers_of(intervals, a);
      require_whole(numbers, intervals.name);
      return numbers.ge(0);
    };
  }

  Holds one_of(const ComparedSide& left) {
    if (!accept("[")) fail("`[`");
    Holds any = compared(left, "==", side());
    while (accept(","))
      any = [any, next = compared(left, "==", side())](const Arrays& a) {
        return any(a).logical_or(next(a));
      };
    if (!accept("]")) fail("`,` or `]`");
    return any;
  }

  static Holds compared(const ComparedSide& left, const std::string& symbol,
                        const ComparedSide& right) {
    return [=](const Arrays& a) { return compare(left, symbol, right, a); };
  }

  ComparedSide side() {
    skip_spaces();
    const bool is_number =
        at_ < text_.size() && std::strchr("0123456789.+-", text_[at_]) != nullptr;
    if (!is_number) return array();
    ComparedSide side;
    side.number = number();
    return side;
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

  ComparedSide array() {
    ComparedSide side;
    skip_spaces();
    side.quoted = text_.substr(at_).starts_with("'");
    side.name = array_name();
    names_.push_back(side.name);
    if (accept("[")) {
      skip_spaces();
      const char* end = text_.data() + text_.size();
      const auto [after, error] = std::from_chars(text_.data() + at_, end, side.index.emplace());
      if (error != std::errc() || *side.index < 0) fail("the number of a column");
      at_ = static_cast<std::size_t>(after - text_.data());
      if (!accept("]")) fail("`]`");
    }
    return side;
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
    const bool keyword =
        name == "and" || name == "or" || name == "not" || name == "between" || name == "in";
    if (keyword || name.empty() ||
        !(std::isalpha(static_cast<unsigned char>(name[0])) || name[0] == '_'))
      fail("the name of an array");
    at_ += name.size();
    return name;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int level_ = 0;
  std::vector<std::string> names_;
};

}  // namespace

Condition::Condition(const std::string& text) {
  ConditionParser parser(text);
  holds_ = parser.parse();
  names_ = parser.names();
}

Condition::Arrays arrays_of(const Labels& labels) {
  return [&labels](const std::string& name) -> ConditionArray {
    const Label& label = labels.find(name);
    if (label.values.dim() == 2) return {label.values, {}};
    at::Tensor values = label.values;
    if (label.missing.defined() && label.classes.empty())
      values = values.to(at::kDouble).masked_fill(label.missing, std::nan(""));
    return {values.unsqueeze(1), label.classes};
  };
}

}  // namespace facet
