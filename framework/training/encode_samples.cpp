#include "framework/training/encode_samples.h"

#include "framework/data/windows.h"
#include "framework/layout/embed_sessions.h"

namespace facet {

namespace {

/// A list of references, encoded from windows of its own.
struct References {
  std::vector<EncodedWindows> sessions;  // the whole embedding
  at::Tensor embedding;                  // in the order of the list
};

References encode_references(const Encoders& encoders, const std::vector<at::Tensor>& signals,
                             const at::Tensor& bins) {
  References references;
  const auto encode = [&](std::int64_t session, const at::Tensor& gathered) {
    const at::Tensor windows = gathered.detach().requires_grad_();
    references.sessions.push_back({windows, encoders.of(session).forward(windows)});
  };
  const Offset offset = encoders.of(0).offset();
  if (bins.dim() == 2) {
    encode(0, gather_joined_windows(signals, bins, offset));
    references.embedding = references.sessions[0].output;
    return references;
  }
  const std::vector<SessionBins> groups = group_by_session(bins, signals);
  std::vector<at::Tensor> parts;
  for (const SessionBins& group : groups) {
    const at::Tensor& own = signals[static_cast<std::size_t>(group.session)];
    encode(group.session, gather_windows(own, group.bins.to(own.device()), offset));
    parts.push_back(references.sessions.back().output);
  }
  references.embedding = groups.size() == 1 ? parts[0] : in_order(parts, groups);
  return references;
}

/// The references of every objective, each distinct list encoded once.
std::vector<References> encode_references(const Encoders& encoders, const SampleBatch& batch) {
  std::vector<References> all;
  for (std::size_t i = 0; i < batch.objectives.size(); ++i) {
    const at::Tensor& bins = batch.objectives[i].reference;
    std::size_t same = 0;
    while (same < i && !bins.is_same(batch.objectives[same].reference)) ++same;
    all.push_back(same < i ? all[same] : encode_references(encoders, batch.signals, bins));
  }
  return all;
}

}  // namespace

EncodedSamples encode_samples(const Encoders& encoders, const SampleBatch& batch,
                              bool keep_windows) {
  std::vector<References> references;
  if (keep_windows) references = encode_references(encoders, batch);

  std::vector<at::Tensor> lists;
  for (const ObjectiveSamples& samples : batch.objectives) {
    if (!keep_windows) lists.push_back(samples.reference);
    if (samples.positive.defined()) lists.push_back(samples.positive);
    if (samples.negative.defined()) lists.push_back(samples.negative);
  }
  std::vector<at::Tensor> embeddings;
  if (!lists.empty()) embeddings = embed_sessions(encoders, batch.signals, lists);

  EncodedSamples encoded;
  auto next = embeddings.begin();
  for (std::size_t i = 0; i < batch.objectives.size(); ++i) {
    const ObjectiveSamples& samples = batch.objectives[i];
    const FeatureRange range = encoders.feature_ranges()[i];
    const auto slice = [&](const at::Tensor& x) { return x.narrow(1, range.begin, range.size()); };
    Batch prediction;
    prediction.reference = slice(keep_windows ? references[i].embedding : *next++);
    prediction.positive = samples.positive.defined() ? slice(*next++) : samples.targets.target;
    if (samples.negative.defined()) prediction.negative = slice(*next++);
    prediction.others = samples.targets.others;
    encoded.predictions.push_back(std::move(prediction));
    if (!keep_windows) continue;
    encoded.references.emplace_back();
    for (const EncodedWindows& own : references[i].sessions)
      encoded.references[i].push_back({own.windows, slice(own.output)});
  }
  return encoded;
}

}  // namespace facet
