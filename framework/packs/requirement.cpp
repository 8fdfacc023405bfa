#include "framework/packs/requirement.h"

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <regex>

#include "facet/error.h"

namespace facet {

namespace {

/// A regex goes deeper with every character.
void require_short(const std::string& text) {
  if (text.size() > 300) throw Error("'" + text.substr(0, 40) + "...' is too long");
}

bool holds(const Version& version, const std::string& comparison, const Version& bound) {
  if (comparison == ">=") return version >= bound;
  if (comparison == "<=") return version <= bound;
  if (comparison == ">") return version > bound;
  if (comparison == "<") return version < bound;
  return version == bound;
}

}  // namespace

VersionConditions::VersionConditions(const std::string& text) {
  static const std::regex form(R"((>=|<=|>|<|==?)\s*(\S+))");
  require_short(text);
  std::vector<std::string> parts;
  boost::algorithm::split(parts, text, boost::algorithm::is_any_of(","));
  for (std::string& part : parts) {
    boost::algorithm::trim(part);
    std::smatch match;
    if (!std::regex_match(part, match, form))
      throw Error("'" + text + "' must be conditions on a version, such as '>= 1.2, < 2'");
    conditions_.push_back({match[1], Version(match[2])});
  }
}

bool VersionConditions::hold_for(const Version& version) const {
  return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
    return holds(version, condition.comparison, condition.version);
  });
}

Requirement parse_requirement(const std::string& text) {
  static const std::regex form(R"(\s*([A-Za-z0-9_][A-Za-z0-9._-]*)\s*(.*))");
  require_short(text);
  std::smatch match;
  if (!std::regex_match(text, match, form))
    throw Error("'" + text +
                "' must be the name of a pack, and perhaps conditions on its version, such as "
                "'lab-pack >= 1.2'");
  if (match[2].length() == 0) return {match[1], {}};
  return {match[1], VersionConditions(match[2])};
}

}  // namespace facet
