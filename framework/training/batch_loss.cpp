#include "framework/training/batch_loss.h"

#include <ATen/record_function.h>

#include <algorithm>
#include <optional>

#include "framework/calls/promises.h"
#include "framework/training/encode_samples.h"
#include "framework/training/over_ranks.h"

namespace facet {

namespace {

void add(at::Tensor& sum, const at::Tensor& term) {
  sum = sum.defined() ? sum + term : term;
}

at::Tensor penalty_of(const Regularizer& regularizer, const EncodedWindows& own, Random& random) {
  return call(regularizer, "in penalty()", [&] {
    const Unwritten inputs({own.windows, own.output});
    const bool differentiable = records_gradient(own.output);
    const at::Tensor penalty = regularizer.penalty(own.windows, own.output, random);
    inputs.require();
    require_loss(penalty, own.output, differentiable, "the penalty");
    return penalty;
  });
}

std::vector<at::Tensor> embeddings_of(const std::vector<Batch>& predictions) {
  std::vector<at::Tensor> embeddings;
  for (const Batch& batch : predictions)
    for (const at::Tensor& part : {batch.reference, batch.positive, batch.negative})
      if (part.defined()) embeddings.push_back(part.detach());
  return embeddings;
}

}  // namespace

void set_random(const Encoders& encoders, const BatchRandom& random) {
  for (std::size_t session = 0; session < encoders.size(); ++session) {
    const std::string stream = session == 0 ? "model" : "model" + std::to_string(session);
    encoders.of(static_cast<std::int64_t>(session))
        .set_random(Random(random.seed, stream, random.number));
  }
}

at::Tensor mean_penalty(const Regularizer& regularizer, const std::vector<EncodedWindows>& sessions,
                        Random& random, const Ranks& ranks) {
  RECORD_USER_SCOPE("regularizer");
  if (sessions.size() == 1 && !ranks.several()) return penalty_of(regularizer, sessions[0], random);
  at::Tensor sum;
  std::int64_t rows = 0;
  for (const EncodedWindows& own : sessions) {
    std::optional<SharedRows> shared;
    if (ranks.several()) shared.emplace(own.begin, own.total);
    rows += own.total;
    add(sum, penalty_of(regularizer, own, random) * own.own);
  }
  return sum / rows;
}

bool Penalty::is_of(std::size_t objective) const {
  return objectives.empty() || std::find(objectives.begin(), objectives.end(),
                                         static_cast<std::int64_t>(objective)) != objectives.end();
}

BatchLoss batch_loss(const SessionLayout& layout, const Encoders& encoders,
                     MultiCriterions& criterion, const SampleBatch& batch,
                     const Weights& weights_loss, const Penalty& penalty, const BatchRandom& random,
                     Ranks& ranks) {
  const bool regularized = penalty.regularizer && penalty.weights;
  set_random(encoders, random);
  const EncodedSamples encoded = encode_samples(layout, encoders, batch, regularized, ranks);

  BatchLoss loss;
  loss.embeddings = embeddings_of(encoded.predictions);
  loss.losses = losses_in_parts(criterion, encoded.predictions, ranks);
  if (regularized) loss.penalties.resize(criterion.size());
  for (std::size_t i = 0; i < criterion.size(); ++i) {
    const at::Tensor& own = loss.losses[i].total;
    add(loss.total, weights_loss ? own * (*weights_loss)[i] : own);
    if (!regularized || !penalty.is_of(i)) continue;
    Random projections(random.seed, "regularizer" + std::to_string(i), random.number);
    loss.penalties[i] =
        mean_penalty(*penalty.regularizer, encoded.references[i], projections, ranks);
    add(loss.total, loss.penalties[i] * (*penalty.weights)[i]);
  }
  return loss;
}

}  // namespace facet
