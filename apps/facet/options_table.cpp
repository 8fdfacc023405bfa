#include "options_table.h"

#include <cctype>

namespace facet {

namespace {

/// A cell of a table, in which a bar would end it.
std::string cell(const std::string& text) {
  std::string escaped;
  for (const char c : text) escaped += c == '|' ? std::string("\\|") : std::string(1, c);
  return " " + escaped + " |";
}

std::string type_text(const OptionInfo& option) {
  return to_string(option.type) + (option.kind.empty() ? "" : " (" + option.kind + ")");
}

void add_rows(std::string& table, const std::vector<OptionInfo>& options, const std::string& key) {
  for (const OptionInfo& option : options) {
    const std::string name = join_key(key, option.name);
    const std::string given = default_text(option);
    table += "|" + cell(code(name)) + cell(type_text(option)) +
             cell(given == "-" || given == "required" ? given : code(given)) +
             cell(describe_bounds(option)) + cell(meaning(option)) + "\n";
    add_rows(table, option.members, name);
  }
}

}  // namespace

std::string code(const std::string& text) {
  return text.empty() ? "" : "`" + text + "`";
}

std::string default_text(const OptionInfo& option) {
  if (option.required) return "required";
  return option.default_value.is_nothing() ? "-" : option.default_value.to_string();
}

std::string meaning(const OptionInfo& option) {
  return option.doc + (option.may_change ? "; may change when the run is resumed" : "");
}

std::string options_table(const std::vector<OptionInfo>& options) {
  if (options.empty()) return "";
  std::string table = "| key | type | default | allowed | meaning |\n|---|---|---|---|---|\n";
  add_rows(table, options, "");
  return table;
}

std::string sentence(std::string text) {
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text + ".";
}

std::string heading(int level, const std::string& text) {
  return "\n" + std::string(static_cast<std::size_t>(level), '#') + " " + text + "\n\n";
}

}  // namespace facet
