#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/config/config_file.h"
#include "framework/exchange/imported_encoders.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/run/write_untrained.h"
#include "train_into.h"

namespace facet {

int import_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  using Texts = std::vector<std::string>;
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        "folder of the run (else a new one in runs/)")(
      "set", po::value<Texts>()->value_name("KEY=VALUE")->default_value({}, ""),
      "overrides a key of the config; may be repeated")("overwrite",
                                                        "removes the run that is in the folder");
  const auto parsed =
      parse_command_line(arguments,
                         "import FILE CONFIG [options]\nA run of encoders that CEBRA trained: "
                         "FILE.safetensors has them, CONFIG names recordings and facets.",
                         options, {"FILE", "CONFIG"});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const std::string file = given["FILE"].as<std::string>();
  const std::string path = given["CONFIG"].as<std::string>();
  const std::string folder = given.count("out") ? given["out"].as<std::string>() : new_folder(file);

  Table table = read_config_table(path, given["set"].as<Texts>());
  const PluginsConfig plugins = plugins_section(table, path);
  const auto registry = open_registry(plugins.path, plugins.require, plugins.disable);
  table.set("model", imported_model(file, *registry));
  Assembly assembly = assemble(parse_run_config(table, path, *registry), *registry);
  for (const std::string& line : assembly.decisions) std::cerr << line << '\n';
  assembly.warnings.tell([](const std::string& line) { std::cerr << "warning: " << line << '\n'; });
  import_parameters(file, assembly);
  write_untrained(assembly, RunFolder(folder), *registry,
                  given.count("overwrite") ? TrainFrom::overwriting : TrainFrom::first_step);
  std::cout << folder << '\n';
  return exit_done;
}

}  // namespace facet
