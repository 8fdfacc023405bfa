#include "framework/training/encode_samples.h"

#include <ATen/record_function.h>

namespace facet {

namespace {

/// The references of every objective, each distinct list encoded once.
std::vector<EncodedReferences> encode_references(const SessionLayout& layout,
                                                 const Encoders& encoders, const SampleBatch& batch,
                                                 Ranks& ranks) {
  std::vector<EncodedReferences> all;
  for (std::size_t i = 0; i < batch.objectives.size(); ++i) {
    const at::Tensor& bins = batch.objectives[i].reference;
    std::size_t same = 0;
    while (same < i && !bins.is_same(batch.objectives[same].reference)) ++same;
    all.push_back(same < i ? all[same]
                           : layout.encode_references(encoders, batch.signals, bins, ranks));
  }
  return all;
}

}  // namespace

EncodedSamples encode_samples(const SessionLayout& layout, const Encoders& encoders,
                              const SampleBatch& batch, bool keep_windows, Ranks& ranks) {
  RECORD_USER_SCOPE("encoding");
  std::vector<EncodedReferences> references;
  if (keep_windows) references = encode_references(layout, encoders, batch, ranks);

  std::vector<at::Tensor> lists;
  for (const ObjectiveSamples& samples : batch.objectives) {
    if (!keep_windows) lists.push_back(samples.reference);
    if (samples.positive.defined()) lists.push_back(samples.positive);
    if (samples.negative.defined()) lists.push_back(samples.negative);
  }
  std::vector<at::Tensor> embeddings;
  if (!lists.empty()) embeddings = layout.encode(encoders, batch.signals, lists, ranks);

  EncodedSamples encoded;
  auto next = embeddings.begin();
  for (std::size_t i = 0; i < batch.objectives.size(); ++i) {
    const ObjectiveSamples& samples = batch.objectives[i];
    const FeatureRange range = encoders.feature_ranges()[i];
    const auto slice = [&](const at::Tensor& x) { return x.narrow(1, range.begin, range.size()); };
    Batch prediction;
    prediction.reference = slice(keep_windows ? references[i].embedding : *next++);
    if (samples.positive.defined()) prediction.positive = slice(*next++);
    if (samples.negative.defined()) prediction.negative = slice(*next++);
    prediction.targets = samples.targets;
    encoded.predictions.push_back(std::move(prediction));
    if (!keep_windows) continue;
    encoded.references.emplace_back();
    for (EncodedWindows own : references[i].sessions) {
      own.output = slice(own.output);
      encoded.references[i].push_back(std::move(own));
    }
  }
  return encoded;
}

}  // namespace facet
