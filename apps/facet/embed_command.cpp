#include <boost/program_options/value_semantic.hpp>
#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "framework/data/recording_reader.h"
#include "framework/data/signal_scale.h"
#include "framework/embedding/transform.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/run/embedding_file.h"
#include "framework/run/trained_run.h"

namespace facet {

namespace {

Recording read_data(const std::string& file, const TrainedRun& run, const RunFolder& folder,
                    Registry& registry) {
  RecordingConfig config = run.config.data;
  config.file = {file};
  config.select.clear();  // what was trained on says nothing of another recording
  config.epochs = {};
  Recording recording = read_recording(config, registry).recording;
  if (recording.num_channels() != run.num_neurons)
    throw Error(file + ": has " + std::to_string(recording.num_channels()) +
                " channels of signals, the run was trained on " + std::to_string(run.num_neurons));
  if (run.config.data.zscore)
    recording.signals = load_signal_scale(folder.signal_scale()).apply(recording.signals);
  return recording;
}

}  // namespace

int embed_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("FILE"),
                        "where to write (else DATA's name with -embedding.npz, here)");
  const auto given = parse_command_line(
      arguments,
      "embed RUN DATA [options]\nThe embedding of a recording by the model of a run, a row a bin.",
      options, {"RUN", "DATA"});
  const RunFolder folder(given["RUN"].as<std::string>());
  const std::string data = given["DATA"].as<std::string>();
  const std::string out = given.count("out")
                              ? given["out"].as<std::string>()
                              : std::filesystem::path(data).stem().string() + "-embedding.npz";

  const auto registry = open_registry(plugin_folders(folder));
  const TrainedRun run = load_run(folder, *registry);
  const Recording recording = read_data(data, run, folder, *registry);
  save_embedding(out,
                 {transform(*run.model, recording.signals, recording.segments), recording.labels});
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace facet
