#include "framework/training/evaluate_batch.h"

#include <algorithm>

#include "framework/training/encode_samples.h"

namespace facet {

namespace {

void add(at::Tensor& sum, const at::Tensor& term) {
  sum = sum.defined() ? sum + term : term;
}

void set_random(const Encoders& encoders, const BatchRandom& random) {
  for (std::size_t session = 0; session < encoders.size(); ++session) {
    const std::string stream = session == 0 ? "model" : "model" + std::to_string(session);
    encoders.of(static_cast<std::int64_t>(session))
        .set_random(Random(random.seed, stream, random.number));
  }
}

/// Over all references, session by session: a penalty is a mean over the rows it is given.
at::Tensor mean_penalty(const Regularizer& regularizer, const std::vector<EncodedWindows>& sessions,
                        Random& random) {
  if (sessions.size() == 1)
    return regularizer.penalty(sessions[0].windows, sessions[0].output, random);
  at::Tensor sum;
  std::int64_t rows = 0;
  for (const EncodedWindows& own : sessions) {
    rows += own.output.size(0);
    add(sum, regularizer.penalty(own.windows, own.output, random) * own.output.size(0));
  }
  return sum / rows;
}

}  // namespace

bool Penalty::is_of(std::size_t objective) const {
  return objectives.empty() || std::find(objectives.begin(), objectives.end(),
                                         static_cast<std::int64_t>(objective)) != objectives.end();
}

Evaluation evaluate_batch(const Encoders& encoders, MultiCriterions& criterion,
                          const SampleBatch& batch, const Weights& weights_loss,
                          const Penalty& penalty, const BatchRandom& random) {
  const bool regularized = penalty.regularizer && penalty.weights;
  set_random(encoders, random);
  const EncodedSamples encoded = encode_samples(encoders, batch, regularized);

  Evaluation evaluation;
  evaluation.losses = criterion.evaluate(encoded.predictions);
  if (regularized) evaluation.penalties.resize(criterion.size());
  for (std::size_t i = 0; i < criterion.size(); ++i) {
    const at::Tensor& loss = evaluation.losses[i].total;
    add(evaluation.total, weights_loss ? loss * (*weights_loss)[i] : loss);
    if (!regularized || !penalty.is_of(i)) continue;
    Random projections(random.seed, "regularizer" + std::to_string(i), random.number);
    evaluation.penalties[i] =
        mean_penalty(*penalty.regularizer, encoded.references[i], projections);
    add(evaluation.total, evaluation.penalties[i] * (*penalty.weights)[i]);
  }
  return evaluation;
}

}  // namespace facet
