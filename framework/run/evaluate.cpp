#include "framework/run/evaluate.h"

#include <ATen/ops/tensor.h>

#include <algorithm>
#include <set>

#include "framework/data/segments.h"
#include "framework/data/split.h"
#include "framework/run/embedding_file.h"

namespace facet {

namespace {

at::Tensor bins_of(const std::vector<Segment>& segments) {
  return at::tensor(Bins(segments).all(), at::kLong);
}

/// Each objective's slice, the whole embedding, and the parts into which the slices cut it: beside
/// a slice 3:6 of six columns also 0:3, to see what it does not hold.
std::vector<FeatureRange> facets_of(const RunConfig& config, std::int64_t num_output) {
  std::vector<FeatureRange> facets;
  const auto add = [&](const FeatureRange& range) {
    if (std::find(facets.begin(), facets.end(), range) == facets.end()) facets.push_back(range);
  };
  std::set<std::int64_t> cuts = {0, num_output};
  for (const ObjectiveConfig& objective : config.objective) {
    add({objective.slice.at(0), objective.slice.at(1)});
    cuts.insert(objective.slice.begin(), objective.slice.end());
  }
  add({0, num_output});
  for (auto begin = cuts.begin(), end = std::next(begin); end != cuts.end(); ++begin, ++end)
    add({*begin, *end});
  return facets;
}

}  // namespace

RunEvaluation evaluate_run(const RunFolder& folder, const RunConfig& config) {
  folder.require();
  const EmbeddingFile file = load_embedding(folder.embedding());
  Recording recording;
  recording.name = folder.embedding();
  recording.signals = file.embedding;
  recording.labels = file.labels;
  recording.segments = recording_segments(file.labels, config.data);
  const Split split = split_recording(recording, config.data);

  RunEvaluation evaluation;
  evaluation.held_out = !split.held_out.empty();
  evaluation.scores = decode_facets(file.embedding, facets_of(config, file.embedding.size(1)),
                                    file.labels, bins_of(split.training),
                                    bins_of(evaluation.held_out ? split.held_out : split.training));
  return evaluation;
}

}  // namespace facet
