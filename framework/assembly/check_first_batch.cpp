#include "framework/assembly/check_first_batch.h"

#include "framework/calls/repeatable_operators.h"
#include "framework/embedding/eval_mode.h"
#include "framework/training/batch_loss.h"
#include "framework/training/not_finite.h"

namespace facet {

namespace {

void require_finite(const BatchLoss& loss, const MultiCriterions& criterion, const Model& encoder) {
  for (std::size_t i = 0; i < criterion.size(); ++i) {
    if (all_finite(loss.losses[i].total)) continue;
    const Model* also = all_finite(loss.embeddings) ? nullptr : &encoder;
    throw Error(not_finite_loss(criterion.criterion(i), also) + ": " + likely_causes);
  }
}

}  // namespace

void check_first_batch(const SessionLayout& layout, const Encoders& encoders,
                       MultiCriterions& criterion, const Loader& loader, bool finite,
                       Problems& problems) {
  const RepeatableOperators repeatable;
  const EvalMode eval(encoders);
  SingleRank alone;
  try {
    const BatchLoss loss =
        batch_loss(layout, encoders, criterion, loader.batch(0), {}, {}, {}, alone);
    if (finite) require_finite(loss, criterion, encoders.of(0));
    for (std::size_t i = 0; i < criterion.size(); ++i) criterion.quantities(i);
  } catch (const OptionsError&) {
    throw;
  } catch (const Error& error) {
    problems.add({}, "", std::string("the first batch cannot be trained on: ") + error.what());
  }
}

}  // namespace facet
