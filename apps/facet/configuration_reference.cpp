#include <algorithm>

#include "framework/config/run_config.h"
#include "options_table.h"
#include "reference.h"

namespace facet {

namespace {

constexpr const char* configuration_introduction =
    "# Configuration\n\n"
    "<!-- Generated from the option descriptions (target `reference`); do not edit. -->\n\n"
    "A run is one TOML file. Every key can be overridden on the command line:\n"
    "`facet train run.toml --set training.steps=100 --set objective[0].loss.temperature=0.5`.\n"
    "Relative paths are relative to the file; those given with `--set` to the working directory.\n"
    "`facet check run.toml` reports all mistakes at once.\n\n"
    "A *component* is written as its name, `loss = \"FixedCosineInfoNCE\"`, or as a table with "
    "its\n"
    "options, `loss = { name = \"FixedCosineInfoNCE\", temperature = 0.5 }`; without `name` the "
    "table\n"
    "gives options to the default. [components.md](components.md) lists them. Where two plugins\n"
    "offer a name, write `plugin/name`.\n\n"
    "A *label* is the name of an array of the recording, a table with `name`, `weight`, `scale`\n"
    "(`none`, `zscore` or `range`) and `circular`, or a list of these, which are joined.\n";

/// Tells by name which component an option takes that is left out.
void name_defaults(std::vector<OptionInfo>& options, const Registry& registry) {
  for (OptionInfo& option : options) {
    if (option.default_of_kind)
      option.default_value = Table{{"name", registry.default_of(option.kind)}};
    name_defaults(option.members, registry);
  }
}

std::string section(const OptionInfo& option) {
  const bool repeated = option.type == OptionType::tables;
  std::string text = heading(2, repeated ? "`[[" + option.name + "]]`" : "`[" + option.name + "]`");
  text += sentence(meaning(option) + (repeated ? "; one section for each" : "")) + "\n\n";
  if (option.type == OptionType::component)
    text += "The component (default " + code(default_text(option)) +
            ") with its own options (see [components.md](components.md)), and beside them:\n\n";
  return text + options_table(option.members);
}

}  // namespace

std::string configuration_reference(const Registry& registry) {
  std::string text = configuration_introduction;
  std::vector<OptionInfo> options = OptionsDescription<RunConfig>().infos();
  name_defaults(options, registry);
  const auto first_section = std::stable_partition(
      options.begin(), options.end(), [](const auto& option) { return option.members.empty(); });
  text += heading(2, "Before the sections") + options_table({options.begin(), first_section});
  std::for_each(first_section, options.end(), [&](const auto& option) { text += section(option); });
  return text;
}

}  // namespace facet
