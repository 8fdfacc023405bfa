#include "commands.h"
#include "completion/scripts.h"
#include "help.h"
#include "manual.h"
#include "reference.h"

namespace facet {

std::map<std::string, std::string> generated_files(const Registry& registry) {
  const std::vector<Command> commands = all_commands();
  std::map<std::string, std::string> files = {
      {"docs/reference/configuration.md", configuration_reference(registry)},
      {"docs/reference/components.md", components_reference(registry)},
      {"apps/launcher/generated/help.txt", program_help(commands)},
      {"apps/launcher/generated/facet.bash", bash_completion(commands)},
      {"apps/launcher/generated/_facet", zsh_completion(commands)},
      {"apps/launcher/generated/facet.fish", fish_completion(commands)}};
  for (const auto& [name, page] : manual_pages(commands)) files["docs/man/" + name] = page;
  return files;
}

}  // namespace facet
