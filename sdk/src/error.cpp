#include "facet/error.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <numeric>
#include <tuple>
#include <utility>

#include "facet/text.h"

namespace facet {

namespace {

std::string join_lines(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += '\n';
    text += to_string(problem);
  }
  return text;
}

/// Characters to insert, drop or change, or neighbours to swap (optimal string alignment).
std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> two_before, before, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_before = std::exchange(before, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_before[j - 2] + 1);
    }
  }
  return row.back();
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// What an exception of a component says may be nothing at all.
std::string text_of(const char* text) {
  return text ? text : "";
}

}  // namespace

Error::Error(const std::string& message) : std::runtime_error(printable(message)) {}
Error::~Error() = default;

std::string reason_of(const std::exception& exception) {
  const char* traced = std::getenv("FACET_TRACE");
  const auto* of_torch = dynamic_cast<const c10::Error*>(&exception);
  std::string reason = of_torch && !(traced && *traced && *traced != '0')
                           ? of_torch->what_without_backtrace()
                           : text_of(exception.what());
  while (!reason.empty() && std::isspace(static_cast<unsigned char>(reason.back())))
    reason.pop_back();
  return reason.empty() ? "it threw an exception without a message" : reason;
}

std::string to_string(const Problem& problem) {
  std::string text;
  if (!problem.where.file.empty()) {
    text += problem.where.file + ":";
    if (problem.where.line > 0)
      text += std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + ":";
    text += " ";
  }
  if (!problem.key.empty()) text += problem.key + " ";
  return text + problem.what;
}

void Problems::add(Location where, std::string key, std::string what) {
  problems_.push_back({std::move(where), std::move(key), std::move(what)});
}

void Problems::add(const Problems& others) {
  problems_.insert(problems_.end(), others.problems_.begin(), others.problems_.end());
}

bool Problems::attempt(const Location& where, const std::string& key,
                       const std::function<void()>& action) {
  try {
    action();
    return true;
  } catch (const OptionsError& error) {
    problems_.insert(problems_.end(), error.problems().begin(), error.problems().end());
  } catch (const Error& error) {
    add(where, key, std::string("cannot be used: ") + error.what());
  }
  return false;
}

void Problems::throw_if_any() const {
  if (problems_.empty()) return;
  std::vector<Problem> sorted = problems_;
  const auto place = [](const Problem& p) {
    return std::tie(p.where.file, p.where.line, p.where.column);
  };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Problem& a, const Problem& b) { return place(a) < place(b); });
  throw OptionsError(std::move(sorted));
}

OptionsError::OptionsError(std::vector<Problem> problems)
    : Error(join_lines(problems)), problems_(std::move(problems)) {}
OptionsError::~OptionsError() = default;

std::vector<std::string> nearest_names(const std::string& name,
                                       const std::vector<std::string>& candidates) {
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(lower(name), lower(candidate));
    const std::size_t tolerated = std::max<std::size_t>(1, name.size() / 3);
    const bool part = name.size() > 2 && lower(candidate).find(lower(name)) != std::string::npos;
    if (distance <= tolerated || part) ranked.emplace_back(distance, candidate);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) names.push_back(ranked[i].second);
  return names;
}

std::string did_you_mean(const std::string& name, const std::vector<std::string>& candidates) {
  const std::vector<std::string> near = nearest_names(name, candidates);
  if (near.empty()) return "";
  std::string text = ", did you mean ";
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (i > 0) text += i + 1 == near.size() ? " or " : ", ";
    text += "'" + near[i] + "'";
  }
  return text + "?";
}

}  // namespace facet
