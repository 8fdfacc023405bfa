#include "json_text.h"

#include <nlohmann/json.hpp>

namespace facet {

using nlohmann::ordered_json;

std::string json_text(const ordered_json& json) {
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

ordered_json json_rows(const TableRows& rows, const std::vector<std::string>& keys) {
  ordered_json list = ordered_json::array();
  for (const auto& row : rows) {
    ordered_json object;
    for (std::size_t i = 0; i < keys.size(); ++i) object[keys[i]] = row[i];
    list.push_back(object);
  }
  return list;
}

}  // namespace facet
