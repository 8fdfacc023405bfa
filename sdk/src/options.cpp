#include "facet/options.h"

#include <algorithm>
#include <array>

#include "facet/text.h"

namespace facet {

namespace {

constexpr std::array<std::pair<OptionType, const char*>, 14> type_names = {
    {{OptionType::boolean, "boolean"},
     {OptionType::integer, "integer"},
     {OptionType::number, "number"},
     {OptionType::text, "text"},
     {OptionType::path, "path"},
     {OptionType::integers, "integers"},
     {OptionType::numbers, "numbers"},
     {OptionType::texts, "texts"},
     {OptionType::component, "component"},
     {OptionType::components, "components"},
     {OptionType::label, "label"},
     {OptionType::selection, "selection"},
     {OptionType::table, "table"},
     {OptionType::tables, "tables"}}};

std::string bound(double value) {
  if (value == static_cast<double>(static_cast<std::int64_t>(value)))
    return std::to_string(static_cast<std::int64_t>(value));
  return Value(value).to_string();
}

}  // namespace

std::string to_string(OptionType type) {
  for (const auto& [known, name] : type_names)
    if (known == type) return name;
  return "";
}

OptionType option_type(const std::string& name) {
  for (const auto& [type, known] : type_names)
    if (known == name) return type;
  throw Error("'" + name + "' is not a type of option");
}

std::string describe_bounds(const OptionInfo& option) {
  std::string text;
  if (option.lower) text += (option.lower_open ? "> " : ">= ") + bound(*option.lower);
  if (option.upper) {
    if (!text.empty()) text += " and ";
    text += (option.upper_open ? "< " : "<= ") + bound(*option.upper);
  }
  if (option.choices.empty()) return text;
  if (!text.empty()) text += " or ";
  if (option.type != OptionType::integer) text += "one of ";
  return text + quoted(option.choices);
}

Table take_options(const std::vector<OptionInfo>& options, Table& table) {
  Table taken;
  for (const OptionInfo& option : options) {
    const Value* value = table.find(option.name);
    if (!value) continue;
    taken.set(option.name, *value);
    table.erase(option.name);
  }
  return taken;
}

std::string join_key(const std::string& key, const std::string& name) {
  const bool bare = !name.empty() && name.find_first_of(".[]\"\\ \n") == std::string::npos;
  std::string step = bare ? name : "\"";
  if (!bare) {
    for (const char c : name) step += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    step += '"';
  }
  return key.empty() ? step : key + "." + step;
}

std::string item_key(const std::string& key, std::size_t i) {
  return key + "[" + std::to_string(i) + "]";
}

OptionRefinement& OptionRefinement::above(double bound) {
  option_.lower = bound;
  option_.lower_open = true;
  return *this;
}
OptionRefinement& OptionRefinement::at_least(double bound) {
  option_.lower = bound;
  return *this;
}
OptionRefinement& OptionRefinement::below(double bound) {
  option_.upper = bound;
  option_.upper_open = true;
  return *this;
}
OptionRefinement& OptionRefinement::at_most(double bound) {
  option_.upper = bound;
  return *this;
}
OptionRefinement& OptionRefinement::one_of(std::vector<std::string> choices) {
  option_.choices = std::move(choices);
  return *this;
}
OptionRefinement& OptionRefinement::or_word(std::string word) {
  option_.choices.push_back(std::move(word));
  return *this;
}
OptionRefinement& OptionRefinement::of_kind(std::string kind) {
  option_.kind = std::move(kind);
  return *this;
}
OptionRefinement& OptionRefinement::required() {
  option_.required = true;
  option_.default_of_kind = false;
  option_.default_value = Value();
  return *this;
}
OptionRefinement& OptionRefinement::may_change() {
  option_.may_change = true;
  return *this;
}

void LabelTerm::describe(OptionsDescription<LabelTerm>& options) {
  options.add("name", &LabelTerm::name, "a label of the recording").required();
  options.add("weight", &LabelTerm::weight, "multiplies its columns after scaling").above(0);
  options.add("scale", &LabelTerm::scale, "how its columns are scaled")
      .one_of({"none", "zscore", "range"});
  options.add("circular", &LabelTerm::circular, "an angle in radians: cosine and sine are used");
}

}  // namespace facet
