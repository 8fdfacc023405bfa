#include "framework/exchange/exported_encoders.h"

#include <ATen/Functions.h>

#include "facet/error.h"
#include "framework/assembly/create_layout.h"
#include "framework/exchange/about_encoder.h"
#include "framework/reading/channel_names.h"
#include "framework/run_folder/signal_scale_file.h"

namespace facet {

namespace {

using Note = std::function<void(const std::string&)>;

/// Where the recording is still what it was.
std::vector<std::string> names_of_neurons(const RecordingConfig& recording, Registry& registry,
                                          const Note& note) {
  try {
    return channel_names(recording, registry);
  } catch (const Error& error) {
    if (note)
      note("the neurons have numbers for names, since the recording cannot be read again: " +
           std::string(error.what()));
    return {};
  }
}

void require_neurons(std::vector<std::string>& names, std::int64_t count, const Note& note) {
  const auto given = static_cast<std::int64_t>(names.size());
  if (given == count) return;
  if (given > 0 && note)
    note("the neurons have numbers for names, since the recording has " + std::to_string(given) +
         " of them now, and the encoder " + std::to_string(count));
  names.clear();
  for (std::int64_t i = 0; i < count; ++i) names.push_back(std::to_string(i));
}

/// The parts of the embedding that are brought to unit length, one by one.
void renormalize(ExportedEncoder& encoder, const RunConfig& config) {
  if (!config.model.renormalize) return;
  Layer parts{.kind = LayerKind::concatenation};
  for (const FeatureRange& part : renormalize_ranges(objective_slices(config), encoder.num_output))
    parts.branches.push_back({{.kind = LayerKind::channels, .begin = part.begin, .end = part.end},
                              {.kind = LayerKind::unit_length}});
  encoder.layers.push_back(std::move(parts));
}

/// Those of the sessions whose neurons it sees, from the first to the one before the last.
void add_scale(ExportedEncoder& encoder, const RunFolder& folder, std::size_t first,
               std::size_t last) {
  std::vector<at::Tensor> means, deviations;
  for (std::size_t session = first; session < last; ++session) {
    const SignalScale scale = load_signal_scale(folder.signal_scale(session));
    means.push_back(scale.mean.to(at::kDouble));
    deviations.push_back(scale.deviation.to(at::kDouble));
  }
  encoder.zscored = true;
  encoder.state.push_back({"signals.mean", at::cat(means)});
  encoder.state.push_back({"signals.deviation", at::cat(deviations)});
}

}  // namespace

std::vector<ExportedEncoder> exported_encoders(const TrainedRun& run, const RunFolder& folder,
                                               Registry& registry, const Note& note) {
  const DataConfig& data = run.config.data;
  std::vector<const RecordingConfig*> recordings;
  for_each_recording(data, [&](const RecordingConfig& recording, const std::string&) {
    recordings.push_back(&recording);
  });
  const bool joined = create_layout(run.config.training)->joins_sessions();
  std::vector<ExportedEncoder> encoders;
  for (std::size_t i = 0; i < run.models.size(); ++i) {
    ExportedEncoder encoder = exported_model(*run.models[i], run.num_neurons[i]);
    const std::size_t first = joined ? 0 : i, last = joined ? recordings.size() : i + 1;
    if (!joined && recordings.size() > 1) encoder.session = data.session[i].name;
    renormalize(encoder, run.config);
    if (data.zscore) add_scale(encoder, folder, first, last);
    std::vector<std::string> neurons;
    for (std::size_t session = first; session < last; ++session)
      for (std::string& name : names_of_neurons(*recordings[session], registry, note))
        neurons.push_back(std::move(name));
    require_neurons(neurons, encoder.num_neurons, note);
    encoder.about = about_encoder(encoder, run.config, *recordings[first], neurons, registry);
    encoders.push_back(std::move(encoder));
  }
  return encoders;
}

}  // namespace facet
