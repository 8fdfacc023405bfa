#include "plugins/core/models/sized_models.h"

#include <ATen/Context.h>

#include <algorithm>

#include "plugins/built_plugins.h"

namespace facet {

namespace {

/// Without num_units where it does not apply and would draw a warning.
Table sizes_for(const ComponentInfo& model, std::int64_t num_output) {
  const auto has = [&](const char* name) {
    return std::any_of(model.options.begin(), model.options.end(),
                       [&](const OptionInfo& option) { return option.name == name; });
  };
  Table sizes{{"num_output", num_output}};
  if (has("hidden_units"))
    sizes.set("hidden_units", Value::List{6, 6, 4});
  else
    sizes.set("num_units", 6);
  if (has("label_num")) sizes.set("label_num", 2);
  return sizes;
}

}  // namespace

std::vector<SizedModel> sized_models(std::int64_t num_neurons, std::int64_t num_output,
                                     std::uint64_t seed) {
  std::vector<SizedModel> models;
  for (const PluginInfo* plugin : built_plugins().plugins()) {
    for (const ComponentInfo& component : plugin->components) {
      const auto& options = component.options;
      if (component.kind != "model" ||
          std::any_of(options.begin(), options.end(), [](const auto& o) { return o.required; }))
        continue;
      const std::string name = plugin->name + "/" + component.name;
      at::manual_seed(seed);
      models.push_back({name, make<Model>(name, sizes_for(component, num_output), {num_neurons})});
    }
  }
  return models;
}

}  // namespace facet
