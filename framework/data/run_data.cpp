#include "framework/data/run_data.h"

#include "facet/error.h"
#include "framework/data/check_recording.h"
#include "framework/data/recording_checksum.h"
#include "framework/data/split.h"

namespace facet {

namespace {

/// What says where the recording is cut.
std::string key_of_split(const RecordingConfig& config) {
  if (config.validation_from) return "validation_from";
  if (config.validation) return "validation";
  if (config.test_from) return "test_from";
  return config.test ? "test" : "validation";
}

/// Puts the parts of all sessions together, each numbered over all.
void number_parts(const std::vector<Split>& splits, RunData& data) {
  for (std::int64_t session = 0; session < data.sessions->size(); ++session) {
    const Split& split = splits[static_cast<std::size_t>(session)];
    for (const Segment& segment : data.sessions->numbered(split.training, session))
      data.training.push_back(segment);
    for (const Segment& segment : data.sessions->numbered(split.held_out, session))
      data.held_out.push_back(segment);
  }
}

}  // namespace

RunData make_run_data(const DataConfig& config, std::vector<LoadedRecording> loaded) {
  RunData data;
  Problems problems;
  std::vector<Recording> recordings;
  std::vector<Split> splits;
  std::size_t session = 0;
  for_each_recording(config, [&](const RecordingConfig& own, const std::string& key) {
    problems.attempt({}, key, [&] {
      if (session >= loaded.size()) throw Error("there is no recording for it");
      auto& [recording, decisions] = loaded[session++];
      require_recording(recording);
      data.checksums.push_back(recording_checksum(recording));
      if (!problems.attempt({}, join_key(key, key_of_split(own)),
                            [&] { splits.push_back(split_recording(recording, own)); }))
        return;
      if (config.zscore) {
        data.signal_scales.push_back(signal_scale(recording.signals, splits.back().training));
        recording.signals = data.signal_scales.back().apply(recording.signals);
      }
      data.decisions.push_back(size_text(recording));
      for (const std::string& line : decisions)
        data.decisions.push_back(config.session.empty() ? line : recording.name + ": " + line);
      recordings.push_back(std::move(recording));
    });
  });
  if (session < loaded.size())
    problems.add({}, "data",
                 "has " + std::to_string(session) + " recordings, but " +
                     std::to_string(loaded.size()) + " were given");
  problems.throw_if_any();

  auto sessions = std::make_shared<Sessions>(std::move(recordings));
  data.sessions = sessions;
  number_parts(splits, data);
  sessions->scale_labels_over(Bins(data.training));
  return data;
}

}  // namespace facet
