#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "facet/choices.h"
#include "facet/option_info.h"
#include "facet/selection.h"

/// How a value of a config becomes a member of a struct and back: used by options.h alone.
namespace facet::detail {

FACET_API void assign(bool& to, const Value& from);
FACET_API void assign(std::int64_t& to, const Value& from);
FACET_API void assign(IntegerOrWord& to, const Value& from);
FACET_API void assign(double& to, const Value& from);
FACET_API void assign(std::string& to, const Value& from);
FACET_API void assign(std::filesystem::path& to, const Value& from);
FACET_API void assign(std::vector<std::int64_t>& to, const Value& from);
FACET_API void assign(std::vector<double>& to, const Value& from);
FACET_API void assign(std::vector<std::string>& to, const Value& from);
FACET_API void assign(ComponentChoice& to, const Value& from);
FACET_API void assign(std::vector<ComponentChoice>& to, const Value& from);
FACET_API void assign(LabelChoice& to, const Value& from);
FACET_API void assign(Selection& to, const Value& from);

FACET_API Value to_value(const std::vector<std::int64_t>& from);
FACET_API Value to_value(const std::vector<double>& from);
FACET_API Value to_value(const std::vector<std::string>& from);
FACET_API Value to_value(const ComponentChoice& from);
FACET_API Value to_value(const std::vector<ComponentChoice>& from);
FACET_API Value to_value(const LabelChoice& from);
FACET_API Value to_value(const Selection& from);
inline Value to_value(bool from) {
  return from;
}
inline Value to_value(std::int64_t from) {
  return from;
}
inline Value to_value(double from) {
  return from;
}
FACET_API Value to_value(const IntegerOrWord& from);
inline Value to_value(const std::string& from) {
  return from;
}
inline Value to_value(const std::filesystem::path& from) {
  return from.string();
}

template <class M>
struct is_optional : std::false_type {};
template <class M>
struct is_optional<std::optional<M>> : std::true_type {};
template <class M>
struct is_vector : std::false_type {};
template <class M>
struct is_vector<std::vector<M>> : std::true_type {};

template <class M>
concept Described = requires(OptionsDescription<M>& d) {
  M::describe(d);
};
template <class M>
constexpr bool is_vector_of_described = false;
template <Described M>
constexpr bool is_vector_of_described<std::vector<M>> = true;

template <class M>
constexpr bool is_component = std::is_base_of_v<ComponentChoice, M>;

template <class M>
constexpr OptionType type_of() {
  if constexpr (std::is_same_v<M, bool>)
    return OptionType::boolean;
  else if constexpr (std::is_same_v<M, std::int64_t> || std::is_same_v<M, IntegerOrWord>)
    return OptionType::integer;
  else if constexpr (std::is_same_v<M, double>)
    return OptionType::number;
  else if constexpr (std::is_same_v<M, std::string>)
    return OptionType::text;
  else if constexpr (std::is_same_v<M, std::filesystem::path>)
    return OptionType::path;
  else if constexpr (std::is_same_v<M, std::vector<std::int64_t>>)
    return OptionType::integers;
  else if constexpr (std::is_same_v<M, std::vector<double>>)
    return OptionType::numbers;
  else if constexpr (std::is_same_v<M, std::vector<std::string>>)
    return OptionType::texts;
  else if constexpr (is_component<M>)
    return OptionType::component;
  else if constexpr (std::is_same_v<M, std::vector<ComponentChoice>>)
    return OptionType::components;
  else if constexpr (std::is_same_v<M, LabelChoice>)
    return OptionType::label;
  else if constexpr (std::is_same_v<M, Selection>)
    return OptionType::selection;
  else if constexpr (Described<M>)
    return OptionType::table;
  else {
    static_assert(is_vector_of_described<M>,
                  "an option is a bool, int64_t, double, string, path, a vector of these, an "
                  "IntegerOrWord, a ComponentChoice, a LabelChoice, a Selection, a described "
                  "struct or a vector of them");
    return OptionType::tables;
  }
}

/// Where a value stands: its own place, or that of what it is part of.
struct ValuePlace {
  ValuePlace(const Value& value, const Location& outer, std::string path)
      : where(value.where.file.empty() ? outer : value.where), key(std::move(path)) {}

  Location where;
  std::string key;
};

/// What is wrong in nested structs is added to `problems` under its full key.
template <class M>
void assign_any(M& to, const Value& from, const ValuePlace& place, Problems& problems);
template <class M>
Value to_value_any(const M& from);

}  // namespace facet::detail
