#include <iostream>

#include "commands.h"
#include "exit_codes.h"
#include "framework/config/config_file.h"
#include "framework/config/config_schema.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "usage.h"

namespace facet {

namespace {

int run_config(const Given& given) {
  if (!given.count("schema")) wrong_usage("what of a config? --schema writes its JSON Schema");
  PluginsConfig plugins;
  if (given.count("CONFIG")) {
    const std::string config = given["CONFIG"].as<std::string>();
    plugins = plugins_section(read_config_table(config), config);
  }
  std::cout << config_schema(*open_registry(plugins.path, plugins.require, plugins.disable));
  return exit_done;
}

}  // namespace

Command config_command() {
  Command command{"config", "the JSON Schema of a config, for editors", {"[CONFIG]"}};
  command.description =
      "Writes a JSON Schema of a config, with all components that are installed, so that an editor "
      "completes and checks the TOML file. With a CONFIG, also with those of the plugins that it "
      "names.";
  command.options.add_options()("schema", "writes the schema");
  command.examples = {{"facet config --schema > facet.schema.json",
                       "for a config whose first line is #:schema ./facet.schema.json"}};
  command.run = run_config;
  return command;
}

}  // namespace facet
