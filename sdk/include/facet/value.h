#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "facet/error.h"
#include "facet/export.h"

namespace facet {

class Value;

/// Named values in the order in which they were written; a name occurs once.
class FACET_API Table {
 public:
  using Entry = std::pair<std::string, Value>;

  Table();
  /// `{{"temperature", 0.5}, {"name", "InfoNCE"}}`
  Table(std::initializer_list<Entry> entries);
  Table(const Table&);
  Table(Table&&) noexcept;
  Table& operator=(const Table&);
  Table& operator=(Table&&) noexcept;
  ~Table();

  bool empty() const;
  std::size_t size() const;
  bool contains(std::string_view name) const;
  const Value* find(std::string_view name) const;  ///< null when absent; owned by the table
  Value* find(std::string_view name);
  void set(std::string_view name, Value value);  ///< replaces in place or appends
  void erase(std::string_view name);

  const Entry* begin() const;
  const Entry* end() const;

  bool operator==(const Table& other) const;

 private:
  std::vector<Entry> entries_;
};

/// The one value type that options travel in, whether they come from TOML, JSON or C++.
/// A plain value: copied by value, no sharing, remembers where it was written.
class FACET_API Value {
 public:
  using List = std::vector<Value>;

  Value();  ///< nothing ("not given")
  Value(bool value);
  Value(int value);
  Value(std::int64_t value);
  Value(double value);
  Value(const char* value);
  Value(std::string value);
  Value(List value);
  Value(Table value);

  bool is_nothing() const;
  bool is_boolean() const;
  bool is_integer() const;
  bool is_number() const;  ///< an integer is a number too
  bool is_text() const;
  bool is_list() const;
  bool is_table() const;

  /// These throw Error when the value is of another type.
  bool boolean() const;
  std::int64_t integer() const;
  double number() const;
  const std::string& text() const;
  const List& list() const;
  const Table& table() const;
  List& list();
  Table& table();

  /// `boolean`, `integer`, `number`, `text`, `list`, `table` or `nothing`, for messages.
  std::string type_name() const;
  /// As it would be written in TOML on one line: `-1`, `"abc"`, `[0, 8]`, `{ name = "x" }`.
  std::string to_string() const;

  /// Same type and content; where it was written does not matter.
  bool operator==(const Value& other) const;

  Location where;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Table> content_;
};

}  // namespace facet
