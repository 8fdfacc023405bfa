#include "framework/run/embed_recordings.h"

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/assembly/create_layout.h"
#include "framework/embedding/transform.h"
#include "framework/reading/list_file.h"
#include "framework/reading/recording_reader.h"

namespace facet {

namespace {

FileConfig as_told(const FileConfig& told, const std::string& path) {
  FileConfig file = told;
  file.path = path;
  return file;
}

/// Also one that cannot be read.
bool has_array(const FileArrays& arrays, const std::string& name) {
  return std::ranges::any_of(arrays, [&](const FileArray& array) { return array.name() == name; });
}

/// Whether a file has the arrays of which the config tells times.
bool has_times_of(const FileArrays& arrays, const FileConfig& told) {
  const auto has = [&](const std::string& name) { return has_array(arrays, name); };
  return told.is_timed() && std::ranges::all_of(told.events, has) &&
         std::ranges::all_of(told.time, has) && std::ranges::all_of(told.intervals, has);
}

/// As many files as the run had are read as those were, one by one; of others each as the first one
/// that told of times which it has, too.
std::vector<FileConfig> in_place_of(const RecordingConfig& trained_on,
                                    const std::vector<std::string>& files, Registry& registry) {
  std::vector<FileConfig> own(files.begin(), files.end());
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (own.size() == trained_on.file.size()) {
      own[i] = as_told(trained_on.file[i], files[i]);
      continue;
    }
    const FileArrays arrays = list_file(own[i], trained_on.reader, registry, "data.reader");
    const auto told = std::ranges::find_if(
        trained_on.file, [&](const FileConfig& file) { return has_times_of(arrays, file); });
    if (told != trained_on.file.end()) own[i] = as_told(*told, files[i]);
  }
  return own;
}

/// Reads another recording as the run read its own: what was selected there says nothing of it.
RecordingConfig in_place_of(const RecordingConfig& trained_on, const OtherRecording& recording,
                            Registry& registry) {
  RecordingConfig config = trained_on;
  config.file = in_place_of(trained_on, recording.files, registry);
  if (!recording.signals.empty()) config.signals = recording.signals;
  config.select.clear();
  config.epochs = {};
  config.validation.reset();
  config.validation_from.reset();
  config.test.reset();
  config.test_from.reset();
  config.start.reset();
  config.stop.reset();
  return config;
}

/// Training needs borders; a recording without them is one piece.
void drop_missing_borders(RecordingConfig& config, const RecordingFiles& files, const Note& note) {
  for (std::optional<std::string>* border : {&config.trials, &config.time}) {
    if (!*border || has_array(files.arrays, **border)) continue;
    if (note) note(files.name + ": has no '" + **border + "', so that it has no borders by it");
    border->reset();
  }
}

/// The embedding's file has the labels that there are.
void drop_missing_labels(RecordingConfig& config, const RecordingFiles& files, const Note& note) {
  const auto is_missing = [&](const std::string& name) { return !has_array(files.arrays, name); };
  for (const std::string& label : config.labels)
    if (is_missing(label) && note)
      note(files.name + ": has no '" + label + "', so that it is no label of the embedding");
  for (auto* names : {&config.labels, &config.angles, &config.continuous, &config.discrete})
    std::erase_if(*names, is_missing);
  std::erase_if(config.align, [&](const AlignConfig& one) { return is_missing(one.array); });
  std::erase_if(config.fill,
                [&](const FillConfig& one) { return !one.array.empty() && is_missing(one.array); });
}

/// What only the training needed.
void drop_missing(RecordingConfig& config, Registry& registry, const Note& note) {
  if (!config.trials && !config.time && !config.bin) return;
  const RecordingFiles files = list_files(config, registry);
  drop_missing_borders(config, files, note);
  if (config.bin) drop_missing_labels(config, files, note);
}

void require_channels(std::int64_t given, std::int64_t expected, const std::string& file) {
  if (given != expected)
    throw Error(file + ": " + std::to_string(given) +
                " channels of signals, the run was trained on " + std::to_string(expected));
}

/// What does not fit is the file, not the config of a run that was trained.
template <class Action>
auto read_for(const std::string& file, const RunFolder& folder, const Action& action) {
  try {
    return action();
  } catch (const OptionsError& error) {
    Problems problems;
    problems.add(
        {}, folder.config(),
        "says how " + file +
            " is read, so that it needs the arrays which the run was trained with, or signals that "
            "--signals names:");
    for (const Problem& problem : error.problems()) problems.add({}, problem.key, problem.what);
    throw OptionsError(problems.all());
  }
}

/// All sessions of the run, the recording in the place of one, seen side by side.
LabelledEmbedding embed_side_by_side(const TrainedRun& run, const RunFolder& folder,
                                     const OtherRecording& recording, std::int64_t session,
                                     Registry& registry, const Note& note) {
  const std::string file = join(recording.files);
  DataConfig config = run.config.data;
  RecordingConfig& own = config.session.at(static_cast<std::size_t>(session));
  own = in_place_of(own, recording, registry);
  read_for(file, folder, [&] { drop_missing(own, registry, note); });
  config.zscore = false;  // as it was when the run was trained, not anew
  const RunData data = read_for(file, folder, [&] { return read_run_data(config, registry); });
  if (note) note(size_text((*data.sessions)[session]));

  std::vector<Recording> recordings = data.sessions->recordings();
  std::int64_t num_channels = 0;
  for (std::size_t i = 0; i < recordings.size(); ++i) {
    bring_to_scale(recordings[i], run, folder, static_cast<std::int64_t>(i));
    num_channels += recordings[i].num_channels();
  }
  require_channels(num_channels, run.num_neurons[0], file + " and the other sessions");

  Sessions sessions(std::move(recordings));
  sessions.scale_labels_over(Bins(data.training));
  const SamplingSpace training =
      sampling_space(sessions, data.training, run.encoders.of(session).offset());
  const auto layout = create_layout(run.config.training);
  SingleRank alone;
  return {layout->transform(run.encoders, sessions, session, training, alone),
          sessions[session].labels};
}

}  // namespace

LabelledEmbedding embed_own_recordings(const Assembly& assembly, Ranks& ranks) {
  const Sessions& sessions = *assembly.data.sessions;
  LabelledEmbedding file;
  file.labels = sessions.labels();
  if (sessions.size() > 1) file.session = sessions.session_of_bins();
  file.embedding = assembly.embedding(ranks);
  return file;
}

LabelledEmbedding embed_other_recording(const TrainedRun& run, const RunFolder& folder,
                                        const OtherRecording& other, Registry& registry,
                                        const Note& note) {
  const std::int64_t number = find_session(run.config.data, other.session);
  if (create_layout(run.config.training)->joins_sessions())
    return embed_side_by_side(run, folder, other, number, registry, note);
  const std::string file = join(other.files);
  RecordingConfig config = in_place_of(recording_of(run.config.data, number), other, registry);
  Recording recording = read_for(file, folder, [&] {
    drop_missing(config, registry, note);
    return read_recording(config, registry).recording;
  });
  if (note) note(size_text(recording));
  require_channels(recording.num_channels(), run.num_neurons.at(static_cast<std::size_t>(number)),
                   file);
  bring_to_scale(recording, run, folder, number);
  return {transform(run.encoders.of(number), recording.signals, recording.segments),
          recording.labels};
}

}  // namespace facet
