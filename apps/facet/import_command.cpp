#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/config/config_file.h"
#include "framework/exchange/imported_encoders.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/run/write_untrained.h"
#include "messages.h"
#include "train_into.h"

namespace facet {

namespace {

/// Throws OptionsError where the config says of the model what the file does not.
void require_no_other(const Value* model, const Table& imported, const std::string& file) {
  if (!model) return;
  Problems problems;
  if (!model->is_table()) problems.add(model->where, "model", "must be a table or left out");
  for (const auto& [key, value] : model->is_table() ? model->table() : Table()) {
    const Value* own = imported.find(key);
    if (!own || !(*own == value))
      problems.add(value.where, join_key("model", key),
                   "is " + value.to_string() + ", but the model is that of " + file +
                       (own ? ", which has " + own->to_string() : "") + ": leave it out");
  }
  problems.throw_if_any();
}

int run_import(const Given& given) {
  using Texts = std::vector<std::string>;
  const std::string file = given["FILE"].as<std::string>();
  const std::string path = given["CONFIG"].as<std::string>();
  const std::string folder = given.count("out") ? given["out"].as<std::string>() : new_folder(file);

  Table table = read_config_table(path, given["set"].as<Texts>());
  const PluginsConfig plugins = plugins_section(table, path);
  const auto registry = open_registry(plugins.path, plugins.require, plugins.disable);
  const Table model = imported_model(file, *registry);
  require_no_other(table.find("model"), model, file);
  table.set("model", model);
  Assembly assembly = assemble(parse_run_config(table, path, *registry), *registry);
  if (!given.count("quiet"))
    for (const std::string& line : assembly.decisions) std::cerr << line << '\n';
  assembly.warnings.tell(tell_warning);
  import_parameters(file, assembly);
  write_untrained(assembly, RunFolder(folder), *registry,
                  given.count("overwrite") ? TrainFrom::overwriting : TrainFrom::first_step);
  std::cout << folder << '\n';
  return exit_done;
}

}  // namespace

Command import_command() {
  Command command{"import", "a run of encoders that CEBRA trained", {"FILE", "CONFIG"}};
  command.description =
      "A run of encoders that CEBRA trained: FILE.safetensors has them, CONFIG names recordings "
      "and facets.";
  command.options.add_options()("out", text_of("DIR"),
                                "folder of the run (else a new one in runs/)")(
      "set", texts_of("KEY=VALUE"), "overrides a key of the config; may be repeated")(
      "overwrite", "removes the run that is in the folder")("quiet,q", "tells no decisions");
  command.examples = {{"facet import cebra.safetensors run.toml --out runs/cebra",
                       "a run that embeds as CEBRA's model did"}};
  command.run = run_import;
  return command;
}

}  // namespace facet
