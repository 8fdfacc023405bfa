#include "framework/config/options_within.h"

namespace facet {

std::vector<OptionInfo> options_within(const OptionInfo& option, const Table& table,
                                       const Registry& registry) {
  std::vector<OptionInfo> options = option.members;
  if (option.kind.empty()) return options;
  const auto& own = registry.find(option.kind, table.find("name")->text()).options;
  options.insert(options.end(), own.begin(), own.end());
  return options;
}

}  // namespace facet
