#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "framework/files/extension.h"
#include "framework/run/embed_recordings.h"
#include "framework/run_folder/output_file.h"
#include "framework/run_folder/run_inputs.h"
#include "framework/writing/write_file.h"
#include "opened_config.h"
#include "stream/embed_stream.h"
#include "usage.h"

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

/// Throws OptionsError where its options do not fit together.
bool is_stream(const Given& given) {
  const bool stream = given.count("stream") > 0;
  const auto data = given["DATA"].as<std::vector<std::string>>();
  const bool stdin_alone = data == std::vector<std::string>{"-"};
  if (stdin_alone != stream)
    wrong_usage(stream ? "--stream reads bins from stdin: DATA is -, no file"
                       : "DATA is -, which is stdin: bins are read from there with --stream");
  if (!stream && given.count("binary")) wrong_usage("--binary goes with --stream");
  if (!stream) return false;
  if (given.count("out") || given.count("overwrite"))
    wrong_usage("--stream writes to stdout, so --out and --overwrite do not go with it");
  if (!given["signals"].as<std::vector<std::string>>().empty())
    wrong_usage("--signals names arrays of a file, so it does not go with --stream");
  return true;
}

int run_embed(const Given& given) {
  if (is_stream(given)) {
    embed_stream(given["RUN"].as<std::string>(), given["session"].as<std::string>(),
                 given.count("binary") ? RowForm::float32 : RowForm::text);
    return exit_done;
  }
  const RunFolder folder(given["RUN"].as<std::string>());
  const auto data = given["DATA"].as<std::vector<std::string>>();
  const std::string out = given.count("out") ? given["out"].as<std::string>()
                                             : name_of(data.front()) + "-embedding.npz";

  const auto registry = open_registry_of(folder);
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
      "the arrays of its signals, where they have other names than the run's")(
      "stream",
      "DATA is -: bins come on stdin, a line of numbers each, and each bin's embedding goes to "
      "stdout as soon as its window is there")(
      "binary", "with --stream: rows of little-endian float32 instead of lines, both ways");
  command.examples = {{"facet embed runs/run day2.npz", "writes day2-embedding.npz"},
                      {"facet embed runs/run day2.npz --out day2.csv", "as a table"},
                      {"recorder | facet embed runs/run - --stream", "bins as they come"}};
  command.run = run_embed;
  return command;
}

}  // namespace facet
