#include "framework/config/flat_config.h"

#include "facet/options.h"

namespace facet {

namespace {

void flatten(const std::string& key, const Value& value, std::map<std::string, std::string>& flat) {
  if (value.is_table()) {
    for (const auto& [name, member] : value.table()) flatten(join_key(key, name), member, flat);
  } else if (value.is_list()) {
    for (std::size_t i = 0; i < value.list().size(); ++i)
      flatten(item_key(key, i), value.list()[i], flat);
  } else if (!value.is_nothing()) {
    flat[key] = value.to_string();
  }
}

}  // namespace

std::map<std::string, std::string> flat_config(const Table& config) {
  std::map<std::string, std::string> flat;
  flatten("", config, flat);
  return flat;
}

}  // namespace facet
