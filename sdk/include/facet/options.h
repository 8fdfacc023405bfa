#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "facet/error.h"
#include "facet/export.h"
#include "facet/value.h"

/// Options of a component are a plain struct, described once:
///
///     struct Options {
///       double temperature = 1.0;
///
///       static void describe(facet::OptionsDescription<Options>& options) {
///         options.add("temperature", &Options::temperature, "divides the similarities").above(0);
///       }
///       void validate(facet::Problems& problems, const std::string& key) const;  // may be left
///       out
///     };
///
/// The default is the member's initialiser. The description feeds parsing, validation, `facet
/// components`, the generated docs and the conformance kit.
namespace facet {

enum class OptionType {
  boolean,
  integer,
  number,
  text,
  path,        ///< a file or folder; relative to the folder of the config file that says it
  integers,    ///< list of integers
  numbers,     ///< list of numbers
  texts,       ///< list of texts
  component,   ///< a name, or a table with `name` (else the default's) and its options
  components,  ///< list of components
  label,       ///< one or several labels of the recording
  table,       ///< a table with members of its own
  tables       ///< list of such tables
};

FACET_API std::string to_string(OptionType type);
FACET_API OptionType option_type(const std::string& name);  ///< inverse; throws Error

/// What is known of one option without any code of its plugin. Plain data.
struct OptionInfo {
  std::string name;
  OptionType type = OptionType::number;
  std::string doc;
  Value default_value;    ///< nothing: has none
  bool required = false;  ///< must be given
  std::optional<double> lower, upper;
  bool lower_open = false, upper_open = false;  ///< the bound itself is not allowed
  std::vector<std::string> choices;  ///< for text: what is allowed, when not empty; for an integer:
                                     ///< the words that are allowed in its place
  std::string kind;                  ///< for component(s): of which kind
  std::vector<OptionInfo> members;   ///< for table(s)

  bool operator==(const OptionInfo&) const = default;
};

/// `> 0`, `>= 0 and < 1`, `one of 'a', 'b'`; empty when anything goes.
FACET_API std::string describe_bounds(const OptionInfo& option);

/// Checks `given` against `options`: unknown keys (with a suggestion), missing ones, types, bounds,
/// choices; adds every mistake to `problems` under `key`. Returns the table with all defaults
/// filled in, in the order of `options`; integers given for numbers become numbers, paths absolute.
FACET_API Table check_options(const std::vector<OptionInfo>& options, const Table& given,
                              const Location& where, const std::string& key, Problems& problems);

/// `key.name`, or `name` where key is empty.
FACET_API std::string join_key(const std::string& key, const std::string& name);

/// An integer, or a word in its place: `512`, `"full"`.
using IntegerOrWord = std::variant<std::int64_t, std::string>;

/// A component that options choose: `{ name = "linear-ramp-up", end_weight = 0.1 }` or its bare
/// name. `options` are not checked yet; the registry does that against the chosen component.
struct ComponentChoice {
  std::string name;
  Table options = {};
  Location where = {};
};

template <class T>
class OptionsDescription;

/// One label in a LabelChoice.
struct FACET_API LabelTerm {
  std::string name;
  double weight = 1.0;         ///< multiplies its columns after scaling
  std::string scale = "none";  ///< none, zscore or range (to [0, 1])
  bool circular = false;       ///< an angle in radians: replaced by cosine and sine

  static void describe(OptionsDescription<LabelTerm>& options);
};

/// Labels of the recording, joined column by column: `"position"`, `["position", "speed"]`, or
/// tables with name, weight, scale and circular.
struct LabelChoice {
  std::vector<LabelTerm> terms;

  LabelChoice() = default;
  LabelChoice(const char* name) : terms{{name}} {}
  bool empty() const { return terms.empty(); }
};

namespace detail {

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

FACET_API Value to_value(const std::vector<std::int64_t>& from);
FACET_API Value to_value(const std::vector<double>& from);
FACET_API Value to_value(const std::vector<std::string>& from);
FACET_API Value to_value(const ComponentChoice& from);
FACET_API Value to_value(const std::vector<ComponentChoice>& from);
FACET_API Value to_value(const LabelChoice& from);
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
  else if constexpr (std::is_same_v<M, ComponentChoice>)
    return OptionType::component;
  else if constexpr (std::is_same_v<M, std::vector<ComponentChoice>>)
    return OptionType::components;
  else if constexpr (std::is_same_v<M, LabelChoice>)
    return OptionType::label;
  else if constexpr (Described<M>)
    return OptionType::table;
  else {
    static_assert(is_vector<M>::value && Described<typename M::value_type>,
                  "an option is a bool, int64_t, double, string, path, a vector of these, an "
                  "IntegerOrWord, a ComponentChoice, a LabelChoice, a described struct or a vector "
                  "of them");
    return OptionType::tables;
  }
}

template <class M>
void assign_any(M& to, const Value& from);
template <class M>
Value to_value_any(const M& from);

}  // namespace detail

/// Refines the option that was just added: `.above(0)`, `.one_of({"mean", "sum"})`.
class FACET_API OptionRefinement {
 public:
  explicit OptionRefinement(OptionInfo& option) : option_(option) {}

  OptionRefinement& above(double bound);     ///< > bound
  OptionRefinement& at_least(double bound);  ///< >= bound
  OptionRefinement& below(double bound);     ///< < bound
  OptionRefinement& at_most(double bound);   ///< <= bound
  OptionRefinement& one_of(std::vector<std::string> choices);
  OptionRefinement& or_word(std::string word);  ///< in place of an integer
  OptionRefinement& of_kind(std::string kind);  ///< for components
  OptionRefinement& required();                 ///< has no default, must be given

 private:
  OptionInfo& option_;
};

/// The options of T: built by T::describe, from an instance that holds the defaults.
template <class T>
class OptionsDescription {
 public:
  explicit OptionsDescription(const T& defaults = {}) : defaults_(defaults) { T::describe(*this); }

  /// Adds an option; `member` may belong to a base of T.
  template <class M, class Base>
  OptionRefinement add(std::string name, M Base::*member, std::string doc);

  const std::vector<OptionInfo>& infos() const { return infos_; }

  /// T from a table that check_options returned; then T::validate, where T has one, adds its
  /// problems under `key`.
  T parse(const Table& checked, const Location& where, const std::string& key,
          Problems& problems) const;

  /// The table that gives `options` again.
  Table write(const T& options) const;

 private:
  T defaults_;
  std::vector<OptionInfo> infos_;
  std::vector<std::function<void(T&, const Value&)>> assign_;
  std::vector<std::function<Value(const T&)>> read_;
};

/// Checks and parses in one go; throws OptionsError with all that is wrong.
template <class T>
T parse_options(const Table& given, const T& defaults = {}, const std::string& key = "",
                const Location& where = {}) {
  const OptionsDescription<T> description(defaults);
  Problems problems;
  const Table checked = check_options(description.infos(), given, where, key, problems);
  problems.throw_if_any();
  T options = description.parse(checked, where, key, problems);
  problems.throw_if_any();
  return options;
}

// ------------------------------------------------------------------------- implementation

template <class T>
template <class M, class Base>
OptionRefinement OptionsDescription<T>::add(std::string name, M Base::*member, std::string doc) {
  OptionInfo info;
  info.name = std::move(name);
  info.doc = std::move(doc);
  if constexpr (detail::is_optional<M>::value) {
    using Held = typename M::value_type;
    info.type = detail::type_of<Held>();
    if constexpr (detail::Described<Held>) info.members = OptionsDescription<Held>().infos();
  } else {
    info.type = detail::type_of<M>();
    if constexpr (detail::Described<M>) {
      info.members = OptionsDescription<M>(defaults_.*member).infos();
    } else if constexpr (detail::is_vector<M>::value) {
      if constexpr (detail::Described<typename M::value_type>)
        info.members = OptionsDescription<typename M::value_type>().infos();
    }
  }
  info.default_value = detail::to_value_any(defaults_.*member);
  infos_.push_back(std::move(info));
  assign_.push_back([member](T& to, const Value& from) { detail::assign_any(to.*member, from); });
  read_.push_back([member](const T& from) { return detail::to_value_any(from.*member); });
  return OptionRefinement(infos_.back());
}

template <class T>
T OptionsDescription<T>::parse(const Table& checked, const Location& where, const std::string& key,
                               Problems& problems) const {
  T options = defaults_;
  for (std::size_t i = 0; i < infos_.size(); ++i) {
    const Value* value = checked.find(infos_[i].name);
    if (value && !value->is_nothing()) assign_[i](options, *value);
  }
  if constexpr (requires { options.validate(problems, key); }) {
    Problems own;
    options.validate(own, key);
    for (const Problem& problem : own.all()) {
      problems.add(problem.where.line > 0 ? problem.where : where, problem.key, problem.what);
    }
  }
  return options;
}

template <class T>
Table OptionsDescription<T>::write(const T& options) const {
  Table table;
  for (std::size_t i = 0; i < infos_.size(); ++i) table.set(infos_[i].name, read_[i](options));
  return table;
}

namespace detail {

template <class M>
void assign_any(M& to, const Value& from) {
  if constexpr (is_optional<M>::value) {
    if (from.is_nothing()) return;
    assign_any(to.emplace(), from);
  } else if constexpr (Described<M>) {
    Problems problems;
    to = OptionsDescription<M>(to).parse(from.table(), from.where, "", problems);
    problems.throw_if_any();
  } else if constexpr (type_of<M>() == OptionType::tables) {
    to.clear();
    for (const Value& item : from.list()) assign_any(to.emplace_back(), item);
  } else {
    assign(to, from);
  }
}

template <class M>
Value to_value_any(const M& from) {
  if constexpr (is_optional<M>::value) {
    return from ? to_value_any(*from) : Value();
  } else if constexpr (Described<M>) {
    return OptionsDescription<M>(from).write(from);
  } else if constexpr (type_of<M>() == OptionType::tables) {
    Value::List list;
    for (const auto& item : from) list.push_back(to_value_any(item));
    return list;
  } else {
    return to_value(from);
  }
}

}  // namespace detail
}  // namespace facet
