// How a value of a config becomes a member of a struct and back.
#include "facet/options.h"

namespace facet::detail {

void add_placed(const Problems& found, const Table& checked, const ValuePlace& place,
                Problems& problems) {
  for (const Problem& problem : found.all()) {
    Location where = problem.where.file.empty() ? place.where : problem.where;
    for (const auto& [name, value] : checked)
      if (problem.key == join_key(place.key, name) && !value.where.file.empty())
        where = value.where;
    problems.add(where, problem.key, problem.what);
  }
}

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
  to = from.is_number() ? std::vector<double>{from.number()} : each<double>(from);
}
void assign(std::vector<std::string>& to, const Value& from) {
  to = from.is_text() ? std::vector<std::string>{from.text()} : each<std::string>(from);
}
void assign(ComponentChoice& to, const Value& from) {
  to = {};
  to.where = from.where;
  if (from.is_text()) {
    to.name = from.text();
    return;
  }
  to.options = from.table();
  const Value* found = to.options.find("name");
  if (!found) return;  // the default of its kind
  const Value name = *found;
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
  if (from.name.empty() && from.options.empty()) return {};
  Table table;
  if (!from.name.empty()) table.set("name", from.name);
  for (const auto& [name, value] : from.options) table.set(name, value);
  Value value(std::move(table));
  value.where = from.where;
  return value;
}
Value to_value(const LabelChoice& from) {
  if (from.terms.empty()) return {};
  if (from.terms.size() == 1) return label_value(from.terms[0]);
  Value::List list;
  for (const LabelTerm& term : from.terms) list.push_back(label_value(term));
  return list;
}

}  // namespace facet::detail
