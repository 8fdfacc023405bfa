#include "framework/packs/version.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include "facet/error.h"

namespace facet {

namespace {

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c));
}

/// The next run of digits, or of anything else, in `text`; `at` goes behind it.
std::string next_run(const std::string& text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at]) == is_digit(text[begin])) ++at;
  return text.substr(begin, at - begin);
}

/// rc2 comes before rc10.
std::strong_ordering compare_runs(const std::string& a, const std::string& b) {
  std::size_t at = 0, bt = 0;
  while (at < a.size() && bt < b.size()) {
    const std::string run = next_run(a, at), other = next_run(b, bt);
    const bool numbers = is_digit(run[0]) && is_digit(other[0]);
    const auto order = numbers ? std::stoll(run) <=> std::stoll(other) : run.compare(other) <=> 0;
    if (order != 0) return order;
  }
  return a.size() - at <=> b.size() - bt;
}

}  // namespace

Version::Version(const std::string& text) : text_(text) {
  static const std::regex form(R"((\d{1,9}(?:\.\d{1,9}){0,5})(?:-([A-Za-z0-9.]{1,40}))?)");
  static const std::regex long_number(R"(\d{10})");
  std::smatch match;
  const bool short_enough = text.size() <= 100;  // a regex goes deeper with every character
  if (!short_enough || !std::regex_match(text, match, form) || std::regex_search(text, long_number))
    throw Error("'" + text.substr(0, 100) +
                "' is no version: it must be numbers separated by dots, and perhaps a pre-release "
                "part, such as 1.2.0 or 1.2.0-rc1");
  const std::string numbers = match[1];
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    std::size_t used = 0;
    numbers_.push_back(std::stoll(numbers.substr(at), &used));
    at += used;
  }
  while (numbers_.size() > 1 && numbers_.back() == 0) numbers_.pop_back();
  pre_release_ = match[2];
}

std::strong_ordering Version::operator<=>(const Version& other) const {
  if (const auto order = numbers_ <=> other.numbers_; order != 0) return order;
  if (pre_release_.empty() || other.pre_release_.empty())
    return pre_release_.empty() <=> other.pre_release_.empty();
  return compare_runs(pre_release_, other.pre_release_);
}

}  // namespace facet
