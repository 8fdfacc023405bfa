#include "facet/value.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "facet/text.h"

namespace facet {

Table::Table() = default;
Table::Table(std::initializer_list<Entry> entries) {
  for (const Entry& entry : entries) set(entry.first, entry.second);
}
Table::Table(const Table&) = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(const Table&) = default;
Table& Table::operator=(Table&&) noexcept = default;
Table::~Table() = default;

bool Table::empty() const {
  return entries_.empty();
}
std::size_t Table::size() const {
  return entries_.size();
}
bool Table::contains(std::string_view name) const {
  return find(name) != nullptr;
}

const Value* Table::find(std::string_view name) const {
  for (const Entry& entry : entries_)
    if (entry.first == name) return &entry.second;
  return nullptr;
}

Value* Table::find(std::string_view name) {
  return const_cast<Value*>(std::as_const(*this).find(name));
}

void Table::set(std::string_view name, Value value) {
  if (Value* present = find(name))
    *present = std::move(value);
  else
    entries_.emplace_back(std::string(name), std::move(value));
}

void Table::erase(std::string_view name) {
  std::erase_if(entries_, [&](const Entry& entry) { return entry.first == name; });
}

const Table::Entry* Table::begin() const {
  return entries_.data();
}
const Table::Entry* Table::end() const {
  return entries_.data() + entries_.size();
}
bool Table::operator==(const Table& other) const {
  return entries_ == other.entries_;
}

Value::Value() = default;
Value::Value(bool value) : content_(value) {}
Value::Value(int value) : content_(std::int64_t{value}) {}
Value::Value(std::int64_t value) : content_(value) {}
Value::Value(double value) : content_(value) {}
Value::Value(const char* value) : content_(std::string(value)) {}
Value::Value(std::string value) : content_(std::move(value)) {}
Value::Value(List value) : content_(std::move(value)) {}
Value::Value(Table value) : content_(std::move(value)) {}

bool Value::is_nothing() const {
  return std::holds_alternative<std::monostate>(content_);
}
bool Value::is_boolean() const {
  return std::holds_alternative<bool>(content_);
}
bool Value::is_integer() const {
  return std::holds_alternative<std::int64_t>(content_);
}
bool Value::is_number() const {
  return is_integer() || std::holds_alternative<double>(content_);
}
bool Value::is_text() const {
  return std::holds_alternative<std::string>(content_);
}
bool Value::is_list() const {
  return std::holds_alternative<List>(content_);
}
bool Value::is_table() const {
  return std::holds_alternative<Table>(content_);
}

namespace {

template <class T, class Content>
T& get(Content& content, const Value& value, const char* wanted) {
  if (auto* held = std::get_if<std::remove_const_t<T>>(&content)) return *held;
  throw Error(std::string("expected ") + wanted + ", got " + value.to_string());
}

std::string double_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          constexpr char digits[] = "0123456789ABCDEF";
          out += "\\u00";
          out += digits[c >> 4];
          out += digits[c & 15];
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

/// The shortest text that reads back as the same number, always recognisable as a float.
std::string shortest(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  std::string text(buffer, end);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

bool bare_key(const std::string& key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '_' || c == '-';
  });
}

}  // namespace

bool Value::boolean() const {
  return get<const bool>(content_, *this, "true or false");
}
std::int64_t Value::integer() const {
  return get<const std::int64_t>(content_, *this, "an integer");
}
double Value::number() const {
  if (is_integer()) return static_cast<double>(integer());
  return get<const double>(content_, *this, "a number");
}
const std::string& Value::text() const {
  return get<const std::string>(content_, *this, "a text");
}
const Value::List& Value::list() const {
  return get<const List>(content_, *this, "a list");
}
const Table& Value::table() const {
  return get<const Table>(content_, *this, "a table");
}
Value::List& Value::list() {
  return get<List>(content_, *this, "a list");
}
Table& Value::table() {
  return get<Table>(content_, *this, "a table");
}

std::string Value::type_name() const {
  constexpr const char* names[] = {"nothing", "boolean", "integer", "number",
                                   "text",    "list",    "table"};
  return names[content_.index()];
}

std::string Value::to_string() const {
  if (is_boolean()) return boolean() ? "true" : "false";
  if (is_integer()) return std::to_string(integer());
  if (is_number()) return shortest(number());
  if (is_text()) return double_quoted(text());
  std::vector<std::string> items;
  if (is_list()) {
    for (const Value& item : list()) items.push_back(item.to_string());
    return "[" + join(items) + "]";
  }
  if (is_table()) {
    for (const auto& [name, value] : table())
      items.push_back((bare_key(name) ? name : double_quoted(name)) + " = " + value.to_string());
    return items.empty() ? "{}" : "{ " + join(items) + " }";
  }
  return "nothing";
}

bool Value::operator==(const Value& other) const {
  return content_ == other.content_;
}

}  // namespace facet
