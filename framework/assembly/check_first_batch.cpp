#include "framework/assembly/check_first_batch.h"

#include <ATen/core/grad_mode.h>

#include "framework/training/batch_loss.h"

namespace facet {

namespace {

/// While it lives, the encoders are in eval mode.
class EncodersInEvalMode {
 public:
  explicit EncodersInEvalMode(const Encoders& encoders)
      : encoders_(encoders), was_training_(encoders.is_training()) {
    encoders_.train(false);
  }
  ~EncodersInEvalMode() { encoders_.train(was_training_); }
  EncodersInEvalMode(const EncodersInEvalMode&) = delete;
  EncodersInEvalMode& operator=(const EncodersInEvalMode&) = delete;

 private:
  const Encoders& encoders_;
  const bool was_training_;
};

}  // namespace

void check_first_batch(const SessionLayout& layout, const Encoders& encoders,
                       MultiCriterions& criterion, const Loader& loader, Problems& problems) {
  const at::NoGradGuard no_grad;
  const EncodersInEvalMode eval(encoders);
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
