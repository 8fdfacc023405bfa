#include <algorithm>
#include <iostream>

#include "apps/facet/command_line.h"
#include "apps/facet/data/data_actions.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/opened_config.h"
#include "facet/text.h"
#include "framework/config/given_labels.h"
#include "framework/reading/recording_reader.h"
#include "framework/run_folder/run_inputs.h"
#include "framework/writing/recording_arrays.h"
#include "framework/writing/write_file.h"

namespace facet {

namespace {

/// Labels of whole numbers some of which are missing are floats in a file.
std::vector<std::string> discrete_floats(const Labels& labels) {
  std::vector<std::string> names;
  for (const Label& label : labels.all())
    if (label.missing.defined() && label.classes.empty())
      names.push_back(Value(label.name).to_string());
  return names;
}

/// What reads the written file as the same recording. In a table each channel is a column; a file
/// of one array holds no segments.
std::string section(const std::string& file, const Recording& recording, Registry& registry) {
  RecordingConfig config;
  config.file = {file};
  const FileArrays arrays = list_files(config, registry).arrays;
  const auto holds = [&](const std::string& name) {
    return std::ranges::any_of(arrays,
                               [&](const FileArray& array) { return array.name() == name; });
  };
  const std::string signals = arrays.size() == 1 ? arrays[0].name()
                              : holds("neural")  ? "neural"
                                                 : "neural_*";
  std::string text = "[data]\nfile = " + Value(file).to_string() +
                     "\nsignals = " + Value(signals).to_string() + "\n";
  if (const auto labels = discrete_floats(recording.labels); !labels.empty())
    text += "discrete = [" + join(labels) + "]\n";
  if (!holds("segment")) return text;
  const std::vector<Segment>& segments = recording.segments;
  const auto touch = [](const Segment& a, const Segment& b) { return a.end == b.begin; };
  if (std::adjacent_find(segments.begin(), segments.end(), touch) != segments.end())
    text += "trials = \"segment\"\n";
  if (Bins(segments).size() < recording.num_bins()) text += "select = \"in segment\"\n";
  return text;
}

int run_convert(const Given& given) {
  const OpenedConfig opened =
      open_config(given["CONFIG"].as<std::string>(), given["set"].as<Texts>());
  const std::string out = given["out"].as<std::string>();
  require_output(out, input_files(opened.config), existing_file(given),
                 written_extensions(*opened.registry));
  const DataConfig& data = opened.config.data;
  const RecordingConfig& config =
      recording_of(data, find_session(data, given["session"].as<std::string>()));
  const LoadedRecording loaded = opened.config.places.add_to_problems_of([&] {
    return read_recording(config, *opened.registry, "data",
                          asked_labels(opened.config, *opened.registry));
  });
  for (const std::string& line : loaded.decisions) std::cerr << line << '\n';
  write_file(out, arrays_of(loaded.recording), *opened.registry);
  std::cout << out << '\n';
  std::cerr << section(out, loaded.recording, *opened.registry);
  return exit_done;
}

}  // namespace

Command data_convert_command() {
  Command command{"convert", "what a config reads, as one file", {"CONFIG"}};
  command.description = "Writes the recording that a config reads as one file.";
  command.options.add_options()("out", text_of("FILE")->required(),
                                "the file to write, in the format of its extension")(
      "overwrite", "replaces a file that is there already")(
      "session", text_of("NAME")->default_value("", ""),
      "of a config of several sessions: which one")(
      "set", texts_of("KEY=VALUE"), "overrides a key, such as data.bin=0.05; may be repeated");
  command.examples = {
      {"facet data convert run.toml --out binned.npz", "the recording in its bins, as npz"}};
  command.run = run_convert;
  return command;
}

}  // namespace facet
