#include "framework/data/run_data.h"

#include "framework/data/recording_reader.h"
#include "framework/data/split.h"

namespace facet {

RunData read_run_data(const DataConfig& config, Registry& registry) {
  RunData data;
  Problems problems;
  std::vector<Recording> recordings;
  std::vector<Split> splits;
  for_each_recording(config, [&](const RecordingConfig& own, const std::string& key) {
    problems.attempt({}, key, [&] {
      LoadedRecording loaded = read_recording(own, registry, key);
      splits.push_back(split_recording(loaded.recording, own));
      if (config.zscore) {
        data.signal_scales.push_back(
            signal_scale(loaded.recording.signals, splits.back().training));
        loaded.recording.signals = data.signal_scales.back().apply(loaded.recording.signals);
      }
      for (const std::string& line : loaded.decisions)
        data.decisions.push_back(config.session.empty() ? line
                                                        : loaded.recording.name + ": " + line);
      recordings.push_back(std::move(loaded.recording));
    });
  });
  problems.throw_if_any();

  auto sessions = std::make_shared<Sessions>(std::move(recordings));
  for (std::int64_t session = 0; session < sessions->size(); ++session) {
    const Split& split = splits[static_cast<std::size_t>(session)];
    for (const Segment& segment : sessions->numbered(split.training, session))
      data.training.push_back(segment);
    for (const Segment& segment : sessions->numbered(split.held_out, session))
      data.held_out.push_back(segment);
  }
  sessions->scale_labels_over(Bins(data.training));
  data.sessions = std::move(sessions);
  return data;
}

}  // namespace facet
