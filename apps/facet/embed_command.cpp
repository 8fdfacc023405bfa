#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/files/extension.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/output_file.h"
#include "framework/run_folder/recorded_plugins.h"
#include "framework/run_folder/run_inputs.h"
#include "framework/writing/write_file.h"

namespace facet {

namespace {

/// `day1` of `day1.npz` and of the folder `day1/`.
std::string name_of(const std::string& data) {
  return std::filesystem::path(data + "/").parent_path().stem();
}

/// As npz it can be compared and judged like a run's own.
void write(const std::string& path, const LabelledEmbedding& embedding, Registry& registry) {
  if (extension_of(path) == "npz")
    save_embedding(path, embedding);
  else
    write_file(path, arrays_of(embedding), registry);
}

int run_embed(const Given& given) {
  const RunFolder folder(given["RUN"].as<std::string>());
  const auto data = given["DATA"].as<std::vector<std::string>>();
  const std::string out = given.count("out") ? given["out"].as<std::string>()
                                             : name_of(data.front()) + "-embedding.npz";

  const PluginsConfig plugins = plugins_section(folder);
  const auto registry =
      open_registry(plugins.path, plugins.require, plugins.disable, recorded_plugins(folder));
  const TrainedRun run = load_run(folder, *registry);
  const auto to_the_user = [](const std::string& line) { std::cerr << line << '\n'; };
  std::vector<std::string> inputs = input_files(run.config);
  for (const std::string& own : data)
    for (const std::string& path : paths_of_recording(own)) inputs.push_back(path);
  require_output(out, inputs, existing_file(given), written_extensions(*registry));
  const OtherRecording recording{data, given["session"].as<std::string>(),
                                 given["signals"].as<std::vector<std::string>>()};
  LabelledEmbedding embedding =
      embed_other_recording(run, folder, recording, *registry, to_the_user);
  embedding.model = folder.model_checksum();
  write(out, embedding, *registry);
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace

Command embed_command() {
  Command command{"embed", "the embedding of a recording by a trained run", {"RUN", "DATA..."}};
  command.description =
      "The embedding of a recording, of one file or several, by the model of a run, one row per "
      "bin.";
  command.options.add_options()("out", text_of("FILE"),
                                "where to write, in the format of its extension (else DATA's name "
                                "with -embedding.npz, here)")(
      "overwrite", "replaces a file that is there already")(
      "session", text_of("NAME")->default_value("", ""),
      "of a run of several sessions: whose encoder")(
      "signals", texts_of("NAME"),
      "the arrays of its signals, where they have other names than the run's");
  command.examples = {{"facet embed runs/run day2.npz", "writes day2-embedding.npz"},
                      {"facet embed runs/run day2.npz --out day2.csv", "as a table"}};
  command.run = run_embed;
  return command;
}

}  // namespace facet
