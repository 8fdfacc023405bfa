#include "framework/assembly/check_first_batch.h"

#include <ATen/core/grad_mode.h>

#include "framework/embedding/eval_mode.h"
#include "framework/training/batch_loss.h"

namespace facet {

void check_first_batch(const SessionLayout& layout, const Encoders& encoders,
                       MultiCriterions& criterion, const Loader& loader, Problems& problems) {
  const at::NoGradGuard no_grad;
  const EvalMode eval(encoders);
  SingleRank alone;
  try {
    batch_loss(layout, encoders, criterion, loader.batch(0), {}, {}, {}, alone);
  } catch (const OptionsError&) {
    throw;
  } catch (const Error& error) {
    problems.add({}, "", std::string("the first batch cannot be trained on: ") + error.what());
  }
}

}  // namespace facet
