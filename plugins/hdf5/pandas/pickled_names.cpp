#include "pickled_names.h"

#include "facet/text.h"
#include "text_pickle.h"

namespace facet::hdf5::pandas {

namespace {

bool is(const Item& item, Item::Kind kind) {
  return item.kind == kind;
}

std::optional<std::vector<Name>> names_of(const Item& list) {
  if (!is(list, Item::Kind::list)) return std::nullopt;
  std::vector<Name> names;
  for (const Item& item : list.items) {
    if (is(item, Item::Kind::table)) return std::nullopt;
    Name name;
    for (const Item& part : item.items) name.push_back(part.text);
    if (!is(item, Item::Kind::list)) name.push_back(item.text);
    names.push_back(std::move(name));
  }
  return names;
}

const Item* value_of(const Item& table, const std::string& key) {
  if (!is(table, Item::Kind::table)) return nullptr;
  for (std::size_t i = 0; i + 1 < table.items.size(); i += 2)
    if (is(table.items[i], Item::Kind::scalar) && table.items[i].text == key)
      return &table.items[i + 1];
  return nullptr;
}

}  // namespace

std::string joined(const Name& name) {
  return join(name, ".");
}

std::optional<std::vector<Name>> pickled_names(const std::string& pickle) {
  const auto list = read_text_pickle(pickle);
  return list ? names_of(*list) : std::nullopt;
}

std::optional<std::vector<Name>> pickled_column_names(const std::string& pickle) {
  const auto axes = read_text_pickle(pickle);
  if (!axes || !is(*axes, Item::Kind::list) || axes->items.size() != 1) return std::nullopt;
  const Item& axis = axes->items[0];
  return axis.items.size() == 2 ? names_of(axis.items[1]) : std::nullopt;
}

std::optional<std::string> pickled_index_name(const std::string& pickle) {
  const auto info = read_text_pickle(pickle);
  const Item* index = info ? value_of(*info, "index") : nullptr;
  const Item* name = index ? value_of(*index, "index_name") : nullptr;
  if (!name || !is(*name, Item::Kind::scalar)) return std::nullopt;
  return name->text;
}

}  // namespace facet::hdf5::pandas
