#include "framework/parallel/agreement.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace facet {

namespace {

constexpr char after_what = '\x1f', after_fact = '\x1e';  // the ASCII separators

std::string value_of(const std::string& what, const FactsOfRank& rank) {
  for (const RankFact& fact : rank.facts)
    if (fact.what == what) return fact.value;
  return "nothing";
}

std::vector<std::string> all_told(const std::vector<FactsOfRank>& ranks) {
  std::vector<std::string> told;
  for (const FactsOfRank& rank : ranks)
    for (const RankFact& fact : rank.facts)
      if (std::ranges::find(told, fact.what) == told.end()) told.push_back(fact.what);
  return told;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

/// `VALUE on ranks 1, 2 (n2, n3)`; nothing where every rank says it.
std::optional<std::string> those_who_say(const std::string& value, const std::string& what,
                                         const std::vector<FactsOfRank>& ranks) {
  std::vector<std::string> numbers, hosts;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (value_of(what, ranks[i]) != value) continue;
    numbers.push_back(std::to_string(i));
    if (std::ranges::find(hosts, ranks[i].host) == hosts.end()) hosts.push_back(ranks[i].host);
  }
  if (numbers.size() == ranks.size()) return {};
  return value + (numbers.size() > 1 ? " on ranks " : " on rank ") + joined(numbers) + " (" +
         joined(hosts) + ")";
}

}  // namespace

std::vector<std::string> differences(const std::vector<FactsOfRank>& ranks) {
  std::vector<std::string> lines;
  for (const std::string& what : all_told(ranks)) {
    std::vector<std::string> values, told;
    for (const FactsOfRank& rank : ranks) {
      const std::string value = value_of(what, rank);
      if (std::ranges::find(values, value) != values.end()) continue;
      values.push_back(value);
      if (const auto who = those_who_say(value, what, ranks)) told.push_back(*who);
    }
    if (!told.empty()) lines.push_back(what + ": " + joined(told));
  }
  return lines;
}

std::string to_text(const std::vector<RankFact>& facts) {
  std::string text;
  for (const RankFact& fact : facts) text += fact.what + after_what + fact.value + after_fact;
  return text;
}

std::vector<RankFact> facts_of(const std::string& text) {
  std::vector<RankFact> facts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t middle = text.find(after_what, begin), end = text.find(after_fact, middle);
    facts.push_back(
        {text.substr(begin, middle - begin), text.substr(middle + 1, end - middle - 1)});
    begin = end + 1;
  }
  return facts;
}

}  // namespace facet
