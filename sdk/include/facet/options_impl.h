#pragma once

#include "facet/options.h"

// The templates that options.h declares.
namespace facet {

namespace detail {

/// The options of what `defaults` is or holds, where that is a described struct.
template <class M>
std::vector<OptionInfo> members_of(const M& defaults) {
  if constexpr (Described<M>)
    return OptionsDescription<M>(defaults).infos();
  else if constexpr (is_optional<M>::value || is_vector<M>::value)
    return members_of(typename M::value_type());
  else
    return {};
}

template <class M>
constexpr OptionType option_type_of() {
  if constexpr (is_optional<M>::value)
    return type_of<typename M::value_type>();
  else
    return type_of<M>();
}

/// Adds what T::validate found, each with the place of the option that it is about.
FACET_API void add_placed(const Problems& found, const Table& checked, const ValuePlace& place,
                          Problems& problems);

}  // namespace detail

template <class T>
template <class M, class Base>
OptionRefinement OptionsDescription<T>::add(std::string name, M Base::*member, std::string doc) {
  static_assert(std::is_base_of_v<Base, T>,
                "an option is a member of the Options that are described, or of a base of them");
  OptionInfo info;
  info.name = std::move(name);
  info.doc = std::move(doc);
  info.type = detail::option_type_of<M>();
  info.members = detail::members_of(defaults_.*member);
  if constexpr (detail::is_component<M>) info.default_of_kind = (defaults_.*member).name.empty();
  if (!info.default_of_kind) info.default_value = as_value(defaults_.*member);
  infos_.push_back(std::move(info));
  assign_.push_back(
      [member](T& to, const Value& from, const detail::ValuePlace& place, Problems& problems) {
        detail::assign_any(to.*member, from, place, problems);
      });
  read_.push_back([member](const T& from) { return as_value(from.*member); });
  return OptionRefinement(infos_.back());
}

template <class T>
T OptionsDescription<T>::parse(const Table& checked, const Location& where, const std::string& key,
                               Problems& problems) const {
  T options = defaults_;
  for (std::size_t i = 0; i < infos_.size(); ++i) {
    const std::string& name = infos_[i].name;
    const Value* value = checked.find(name);
    if (value && !value->is_nothing())
      assign_[i](options, *value, {*value, where, join_key(key, name)}, problems);
  }
  if constexpr (requires { options.validate(problems, key); }) {
    Problems found;
    options.validate(found, key);
    detail::add_placed(found, checked, {Value(), where, key}, problems);
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

/// Keys of its own stand beside the options of the component that it names.
template <class M>
void assign_component(M& to, const Value& from, const ValuePlace& place, Problems& problems) {
  ComponentChoice& choice = to;
  assign(choice, from);
  if constexpr (Described<M>) {
    const OptionsDescription<M> description(to);
    const Table keys = take_options(description.infos(), choice.options);
    M parsed = description.parse(keys, place.where, place.key, problems);
    static_cast<ComponentChoice&>(parsed) = choice;
    to = std::move(parsed);
  }
}

template <class M>
Value component_value(const M& from) {
  Value value = to_value(static_cast<const ComponentChoice&>(from));
  if constexpr (Described<M>) {
    if (!value.is_table()) value = Table();
    for (const auto& [name, key] : OptionsDescription<M>(from).write(from))
      value.table().set(name, key);
  }
  return value;
}

template <class M>
void assign_any(M& to, const Value& from, const ValuePlace& place, Problems& problems) {
  if constexpr (is_optional<M>::value) {
    if (from.is_nothing()) return;
    assign_any(to.emplace(), from, place, problems);
  } else if constexpr (is_component<M>) {
    assign_component(to, from, place, problems);
  } else if constexpr (Described<M>) {
    to = OptionsDescription<M>(to).parse(from.table(), place.where, place.key, problems);
  } else if constexpr (type_of<M>() == OptionType::tables) {
    to.clear();
    for (const Value& item : from.list()) {
      const ValuePlace item_place(item, place.where, item_key(place.key, to.size()));
      assign_any(to.emplace_back(), item, item_place, problems);
    }
  } else {
    assign(to, from);
  }
}

template <class M>
Value to_value_any(const M& from) {
  if constexpr (is_optional<M>::value) {
    return from ? to_value_any(*from) : Value();
  } else if constexpr (is_component<M>) {
    return component_value(from);
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
