#include <algorithm>

#include "check_value.h"
#include "facet/options.h"

namespace facet {

Table check_options(const std::vector<OptionInfo>& options, const Table& given,
                    const Location& where, const std::string& key, Problems& problems) {
  std::vector<std::string> names;
  for (const OptionInfo& option : options) names.push_back(option.name);

  for (const auto& [name, value] : given) {
    if (std::find(names.begin(), names.end(), name) == names.end())
      problems.add(value.where.file.empty() ? where : value.where, join_key(key, name),
                   std::string(unknown_key) + did_you_mean(name, names));
  }

  Table checked;
  for (const OptionInfo& option : options) {
    const Value* value = given.find(option.name);
    if (value && !value->is_nothing()) {
      checked.set(option.name, check_value(option, *value, join_key(key, option.name), problems));
    } else if (option.required) {
      problems.add(where, join_key(key, option.name), "is missing: " + option.doc);
    } else {
      checked.set(option.name, option.default_value);
    }
  }
  return checked;
}

}  // namespace facet
