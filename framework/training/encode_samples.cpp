#include "framework/training/encode_samples.h"

#include "framework/data/windows.h"
#include "framework/embedding/embedding_plan.h"

namespace facet {

namespace {

/// References as windows of their own, each distinct list once.
std::vector<at::Tensor> encode_references(Model& model, const SampleBatch& batch,
                                          std::vector<at::Tensor>& windows) {
  std::vector<at::Tensor> embeddings;
  for (std::size_t i = 0; i < batch.objectives.size(); ++i) {
    const at::Tensor& bins = batch.objectives[i].reference;
    std::size_t same = 0;
    while (same < i && !bins.is_same(batch.objectives[same].reference)) ++same;
    if (same < i) {
      windows.push_back(windows[same]);
      embeddings.push_back(embeddings[same]);
    } else {
      windows.push_back(
          gather_windows(batch.signals, bins.to(batch.signals.device()), model.offset())
              .requires_grad_());
      embeddings.push_back(model.forward(windows.back()));
    }
  }
  return embeddings;
}

}  // namespace

EncodedSamples encode_samples(SubspaceMultiobjectiveModel& model, const SampleBatch& batch,
                              bool keep_windows) {
  EncodedSamples encoded;
  std::vector<at::Tensor> references;
  if (keep_windows) references = encode_references(model, batch, encoded.windows);

  std::vector<at::Tensor> lists;
  for (const ObjectiveSamples& samples : batch.objectives) {
    if (!keep_windows) lists.push_back(samples.reference);
    if (samples.positive.defined()) lists.push_back(samples.positive);
    if (samples.negative.defined()) lists.push_back(samples.negative);
  }
  std::vector<at::Tensor> embeddings;
  if (!lists.empty())
    embeddings = embed(model, batch.signals, plan_embedding(lists, batch.signals.size(0), model));

  auto next = embeddings.begin();
  for (std::size_t i = 0; i < batch.objectives.size(); ++i) {
    const ObjectiveSamples& samples = batch.objectives[i];
    const FeatureRange range = model.feature_ranges()[i];
    const auto slice = [&](const at::Tensor& x) { return x.narrow(1, range.begin, range.size()); };
    Batch prediction;
    prediction.reference = slice(keep_windows ? references[i] : *next++);
    prediction.positive = samples.positive.defined() ? slice(*next++) : samples.targets.target;
    if (samples.negative.defined()) prediction.negative = slice(*next++);
    prediction.others = samples.targets.others;
    encoded.predictions.push_back(std::move(prediction));
  }
  return encoded;
}

}  // namespace facet
