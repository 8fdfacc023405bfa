#include "facet/options.h"

#include <algorithm>
#include <array>

namespace facet {

namespace {

constexpr std::array<std::pair<OptionType, const char*>, 13> type_names = {
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
  for (std::size_t i = 0; i < option.choices.size(); ++i)
    text += (i ? ", '" : "'") + option.choices[i] + "'";
  return text;
}

std::string join_key(const std::string& key, const std::string& name) {
  return key.empty() ? name : key + "." + name;
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
  option_.default_value = Value();
  return *this;
}

void LabelTerm::describe(OptionsDescription<LabelTerm>& options) {
  options.add("name", &LabelTerm::name, "a label of the recording").required();
  options.add("weight", &LabelTerm::weight, "multiplies its columns after scaling").above(0);
  options.add("scale", &LabelTerm::scale, "how its columns are scaled")
      .one_of({"none", "zscore", "range"});
  options.add("circular", &LabelTerm::circular, "an angle in radians: cosine and sine are used");
}

namespace detail {

namespace {

template <class T>
std::vector<T> each(const Value& from) {
  std::vector<T> items;
  for (const Value& item : from.list()) assign(items.emplace_back(), item);
  return items;
}

template <class T>
Value list_of(const std::vector<T>& items) {
  Value::List list;
  for (const T& item : items) list.push_back(to_value(item));
  return list;
}

LabelTerm label_term(const Value& from) {
  if (from.is_text()) return {from.text()};
  Problems none;  // the table was checked
  return OptionsDescription<LabelTerm>().parse(from.table(), from.where, "", none);
}

Value label_value(const LabelTerm& term) {
  const Table table = OptionsDescription<LabelTerm>().write(term);
  const bool plain = table == OptionsDescription<LabelTerm>().write({term.name});
  return plain ? Value(term.name) : Value(table);
}

}  // namespace

void assign(bool& to, const Value& from) {
  to = from.boolean();
}
void assign(std::int64_t& to, const Value& from) {
  to = from.integer();
}
void assign(IntegerOrWord& to, const Value& from) {
  if (from.is_text())
    to = from.text();
  else
    to = from.integer();
}
void assign(double& to, const Value& from) {
  to = from.number();
}
void assign(std::string& to, const Value& from) {
  to = from.text();
}
void assign(std::filesystem::path& to, const Value& from) {
  to = from.text();
}
void assign(std::vector<std::int64_t>& to, const Value& from) {
  to = each<std::int64_t>(from);
}
void assign(std::vector<double>& to, const Value& from) {
  to = each<double>(from);
}
void assign(std::vector<std::string>& to, const Value& from) {
  to = from.is_text() ? std::vector<std::string>{from.text()} : each<std::string>(from);
}
void assign(ComponentChoice& to, const Value& from) {
  to.where = from.where;
  to.options = {};
  if (from.is_text()) {
    to.name = from.text();
    return;
  }
  to.options = from.table();
  const Value name = *to.options.find("name");
  to.name = name.text();
  if (name.where.line > 0) to.where = name.where;  // rather than the head of a section
  to.options.erase("name");
}
void assign(std::vector<ComponentChoice>& to, const Value& from) {
  to = each<ComponentChoice>(from);
}
void assign(LabelChoice& to, const Value& from) {
  to.terms.clear();
  if (!from.is_list()) {
    to.terms.push_back(label_term(from));
    return;
  }
  for (const Value& item : from.list()) to.terms.push_back(label_term(item));
}

Value to_value(const IntegerOrWord& from) {
  return std::visit([](const auto& held) { return Value(held); }, from);
}
Value to_value(const std::vector<std::int64_t>& from) {
  return list_of(from);
}
Value to_value(const std::vector<double>& from) {
  return list_of(from);
}
Value to_value(const std::vector<std::string>& from) {
  return list_of(from);
}
Value to_value(const std::vector<ComponentChoice>& from) {
  return list_of(from);
}
Value to_value(const ComponentChoice& from) {
  if (from.name.empty()) return {};
  Table table{{"name", from.name}};
  for (const auto& [name, value] : from.options) table.set(name, value);
  return table;
}
Value to_value(const LabelChoice& from) {
  if (from.terms.empty()) return {};
  if (from.terms.size() == 1) return label_value(from.terms[0]);
  Value::List list;
  for (const LabelTerm& term : from.terms) list.push_back(label_value(term));
  return list;
}

}  // namespace detail
}  // namespace facet
