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
///       // May be left out: for what spans several options.
///       void validate(facet::Problems& problems, const std::string& key) const;
///     };
///
/// The default is the member's initialiser. A ComponentChoice that names none is the default of its
/// kind, unless it is required; an optional one is left out. The description feeds parsing,
/// validation, `facet components` and the generated docs.
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
  OptionRefinement& of_kind(std::string kind);  ///< for components; one of component_kinds()
  OptionRefinement& required();                 ///< has no default, must be given
  OptionRefinement& may_change();               ///< in a run that is resumed

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
  /// problems under `key`. The same goes for structs within T.
  T parse(const Table& checked, const Location& where, const std::string& key,
          Problems& problems) const;

  /// The table that gives `options` again.
  Table write(const T& options) const;

 private:
  using Assign =
      std::function<void(T&, const Value&, const detail::ValuePlace&, Problems& problems)>;

  T defaults_;
  std::vector<OptionInfo> infos_;
  std::vector<Assign> assign_;
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

/// How the answer to a key that no option has begins.
inline constexpr const char* unknown_key = "is not known";

/// Throws OptionsError where a struct that a program filled in is not as its description says.
template <class T>
void require_valid(const T& options) {
  parse_options<T>(OptionsDescription<T>().write(options));
}

/// A value that check_options passed, as a member of type M holds it: `value_as<LabelChoice>(v)`.
template <class M>
M value_as(const Value& checked) {
  M held{};
  Problems problems;
  detail::assign_any(held, checked, {checked, {}, ""}, problems);
  problems.throw_if_any();
  return held;
}

/// The inverse.
template <class M>
Value as_value(const M& held) {
  return detail::to_value_any(held);
}

}  // namespace facet

#include "facet/options_impl.h"
