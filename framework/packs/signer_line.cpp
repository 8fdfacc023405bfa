#include "framework/packs/signer_line.h"

#include <fnmatch.h>

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <regex>
#include <vector>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/packs/ssh_bytes.h"
#include "framework/packs/ssh_signature.h"

namespace facet {

namespace {

/// The text up to the next blank (or `end`) that does not stand in quotes, taken away from `rest`.
std::string take_word(std::string& rest, const std::string& end) {
  bool in_quotes = false;
  std::size_t at = 0;
  for (; at < rest.size(); ++at) {
    if (rest[at] == '"') in_quotes = !in_quotes;
    if (!in_quotes && end.find(rest[at]) != std::string::npos) break;
  }
  if (in_quotes) throw Error("it has a quotation mark without its second");
  const std::string word = rest.substr(0, at);
  rest.erase(0, at);
  boost::algorithm::trim_left_if(rest, boost::algorithm::is_any_of(end));
  return word;
}

std::string unquoted(const std::string& text) {
  const bool in_quotes = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return in_quotes ? text.substr(1, text.size() - 2) : text;
}

std::vector<std::string> items(const std::string& list) {
  std::vector<std::string> parts;
  boost::algorithm::split(parts, list, boost::algorithm::is_any_of(","));
  return parts;
}

/// Patterns have `*` and `?`; one behind a `!` excludes what it matches.
bool matches(const std::string& word, const std::string& patterns) {
  bool found = false;
  for (const std::string& pattern : items(patterns)) {
    if (pattern.find_first_of("[\\") != std::string::npos)
      throw Error("it has the pattern '" + printable(pattern) + "', which is not supported");
    const bool excludes = pattern.starts_with("!");
    if (::fnmatch(pattern.c_str() + excludes, word.c_str(), FNM_NOESCAPE) != 0) continue;
    if (excludes) return false;
    found = true;
  }
  return found;
}

/// YYYYMMDD[HHMM[SS]], in local time, or in UTC with a Z.
std::time_t parse_time(const std::string& text) {
  static const std::regex form(R"((\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z?))");
  std::smatch match;
  if (text.size() > 20 || !std::regex_match(text, match, form))
    throw Error("it has the time '" + printable(text) + "', which is not YYYYMMDD[HHMM[SS]][Z]");
  const auto number = [&](std::size_t group) {
    return match[group].matched ? std::stoi(match[group]) : 0;
  };
  std::tm time{};
  time.tm_year = number(1) - 1900;
  time.tm_mon = number(2) - 1;
  time.tm_mday = number(3);
  time.tm_hour = number(4);
  time.tm_min = number(5);
  time.tm_sec = number(6);
  time.tm_isdst = -1;
  return match[7].length() > 0 ? ::timegm(&time) : std::mktime(&time);
}

void take_option(const std::string& option, SignerLine& line) {
  const std::string name = boost::algorithm::to_lower_copy(option.substr(0, option.find('=')));
  const std::string value =
      option.size() > name.size() ? unquoted(option.substr(name.size() + 1)) : "";
  if (name == "cert-authority")
    line.certificate_authority = true;
  else if (name == "namespaces")
    line.for_packs = matches(signature_namespace, value);
  else if (name == "valid-after")
    line.valid_after = parse_time(value);
  else if (name == "valid-before")
    line.valid_before = parse_time(value);
  else
    throw Error("it has the option '" + printable(name) + "', which is not known");
}

bool is_key_type(const std::string& word) {
  static const std::regex form("(sk-)?(ssh|ecdsa)-[a-z0-9@.-]+");
  return word.size() < 60 && std::regex_match(word, form);
}

std::string first_principal(const std::string& list) {
  for (const std::string& principal : items(list))
    if (!principal.empty() && !principal.starts_with("!")) return printable(principal);
  throw Error("it names nobody before the key");
}

SignerLine parse_words(std::string rest) {
  const std::string blanks = " \t\r";
  SignerLine line;
  line.principal = first_principal(unquoted(take_word(rest, blanks)));
  std::string type = take_word(rest, blanks);
  if (!is_key_type(type)) {
    while (!type.empty()) take_option(take_word(type, ","), line);
    type = take_word(rest, blanks);
  }
  line.key = from_base64(take_word(rest, blanks));
  if (type.empty() || ssh_key_type(line.key) != type)
    throw Error("it has no key: KEYTYPE and base64, as in the file .pub that ssh-keygen wrote");
  return line;
}

}  // namespace

std::optional<SignerLine> parse_signer_line(const std::string& text, const std::string& place) {
  const std::string trimmed = boost::algorithm::trim_copy(text);
  if (trimmed.empty() || trimmed[0] == '#') return {};
  try {
    return parse_words(trimmed);
  } catch (const Error& error) {
    throw Error(place + ": is not a line PRINCIPALS [OPTIONS] KEYTYPE KEY: " + error.what());
  }
}

}  // namespace facet
