#include "framework/streaming/stream_embedding.h"

#include "facet/error.h"
#include "framework/assembly/create_layout.h"
#include "framework/data/data_config.h"
#include "framework/run_folder/signal_scale_file.h"

namespace facet {

StreamedEmbedding stream_embedding(const TrainedRun& run, const RunFolder& folder,
                                   const std::string& session, StreamedEmbedding::TakeRow take) {
  if (create_layout(run.config.training)->joins_sessions())
    throw Error(folder.path() +
                ": its encoder sees all sessions side by side, found by their labels; bins that "
                "come one by one need a run whose sessions have encoders of their own");
  const std::int64_t number = find_session(run.config.data, session);
  const auto place = static_cast<std::size_t>(number);
  std::optional<SignalScale> scale;
  if (run.config.data.zscore) scale = load_signal_scale(folder.signal_scale(place));
  return {run.encoders.of(number), run.num_neurons.at(place), std::move(scale), std::move(take)};
}

}  // namespace facet
