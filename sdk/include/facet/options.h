#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "facet/choices.h"
#include "facet/error.h"
#include "facet/export.h"
#include "facet/option_info.h"
#include "facet/option_values.h"
#include "facet/selection.h"
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
