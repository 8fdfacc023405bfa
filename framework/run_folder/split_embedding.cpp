#include "framework/run_folder/split_embedding.h"

#include <algorithm>
#include <limits>
#include <string>

#include "facet/error.h"
#include "framework/data/segments.h"
#include "framework/data/sessions.h"
#include "framework/run_folder/run_embedding.h"

namespace facet {

namespace {

/// Rows [begin, end) of labels.
Labels label_rows(const Labels& labels, std::int64_t begin, std::int64_t end) {
  std::vector<Label> rows = labels.all();
  for (Label& label : rows) {
    label.values = label.values.narrow(0, begin, end - begin);
    if (label.missing.defined()) label.missing = label.missing.narrow(0, begin, end - begin);
  }
  return Labels(end - begin, std::move(rows));
}

/// The embedding as recordings, one per session.
std::vector<Recording> as_recordings(const LabelledEmbedding& file, const RunFolder& folder,
                                     const DataConfig& data) {
  std::vector<Recording> recordings;
  std::int64_t begin = 0;
  for_each_recording(data, [&](const RecordingConfig& config, const std::string&) {
    const auto session = static_cast<std::int64_t>(recordings.size());
    const std::int64_t size = file.session.defined()
                                  ? file.session.eq(session).sum().item<std::int64_t>()
                                  : file.embedding.size(0);
    Recording recording;
    recording.name = folder.embedding();
    recording.signals = file.embedding.narrow(0, begin, size);
    recording.labels = label_rows(file.labels, begin, begin + size);
    recording.segments = recording_segments(recording.labels, config);
    recordings.push_back(std::move(recording));
    begin += size;
  });
  if (begin != file.embedding.size(0))
    throw Error(folder.embedding() + ": has not the sessions of the run's config");
  return recordings;
}

bool is_empty(const Recording& embedding, const Segment& segment) {
  return embedding.signals.narrow(0, segment.begin, segment.size()).isnan().all().item<bool>();
}

/// A segment without a full window is NaN as a whole. One at least as long as another one that is
/// not has a full window, and with it every bin.
void require_finite(const Sessions& sessions, const std::string& path) {
  std::int64_t shortest = std::numeric_limits<std::int64_t>::max(), wrong = 0, all = 0;
  for (const Recording& recording : sessions.recordings())
    for (const Segment& segment : recording.segments)
      if (!is_empty(recording, segment)) shortest = std::min(shortest, segment.size());
  for (const Recording& recording : sessions.recordings()) {
    all += recording.num_bins();
    for (const Segment& segment : recording.segments)
      if (segment.size() >= shortest)
        wrong += recording.signals.narrow(0, segment.begin, segment.size())
                     .isfinite()
                     .all(1)
                     .logical_not()
                     .sum()
                     .item<std::int64_t>();
  }
  if (shortest == std::numeric_limits<std::int64_t>::max()) wrong = all;
  if (wrong > 0)
    throw Error(path + ": is not finite in " + std::to_string(wrong) + " of " +
                std::to_string(all) +
                " bins, so the training failed; train it again, by a lower learning rate or with "
                "data.zscore");
}

}  // namespace

SplitEmbedding load_split_embedding(const RunFolder& folder, const RunConfig& config) {
  SplitEmbedding run{load_run_embedding(folder), {}};
  const Sessions sessions(as_recordings(run.rows, folder, config.data));
  require_finite(sessions, folder.embedding());
  for (std::int64_t session = 0; session < sessions.size(); ++session) {
    const Split own = split_recording(sessions[session], recording_of(config.data, session));
    for (const Segment& segment : sessions.numbered(own.training, session))
      run.split.training.push_back(segment);
    for (const Segment& segment : sessions.numbered(own.held_out, session))
      run.split.held_out.push_back(segment);
  }
  return run;
}

void keep_session(SplitEmbedding& run, std::int64_t session) {
  const auto of_another = [&](const Segment& segment) { return segment.session != session; };
  std::erase_if(run.split.training, of_another);
  std::erase_if(run.split.held_out, of_another);
}

}  // namespace facet
