#include "framework/training/observers.h"

#include <ATen/ops/scalar_tensor.h>

#include "facet/warning.h"
#include "framework/calls/promises.h"

namespace facet {

namespace {

std::vector<at::Tensor> values_of(const Report& report) {
  std::vector<at::Tensor> values;
  for (const Quantity& quantity : report.quantities) values.push_back(quantity.value);
  return values;
}

}  // namespace

template <class Tell>
void Observers::tell(const char* where, const Tell& tell) {
  for (const auto& observer : observers_)
    if (call(*observer, where, [&] { return tell(*observer); }) == Training::ends) ended_ = true;
}

Observers::~Observers() {
  if (told_of_the_end_) return;
  try {
    end();
  } catch (const std::exception& error) {  // the error that ended the training is on its way
    warn(std::string("an observer failed at the end of the training: ") + reason_of(error));
  }
}

void Observers::end() {
  told_of_the_end_ = true;
  for (const auto& observer : observers_)
    call(*observer, "in on_end()", [&] { observer->on_end(); });
}

void Observers::begin(const TrainingStart& start) {
  for (const auto& observer : observers_)
    call(*observer, "in on_begin()", [&] { observer->on_begin(start); });
}

void Observers::step(const Report& report) {
  const Unwritten quantities(values_of(report));
  tell("in on_step()", [&](Observer& observer) {
    const Training answer = observer.on_step(report);
    quantities.require();
    return answer;
  });
}

void Observers::validation(const Report& report) {
  tell("in on_validation()", [&](Observer& observer) { return observer.on_validation(report); });
}

void Observers::checkpoint(std::int64_t step) {
  tell("in on_checkpoint()", [&](Observer& observer) { return observer.on_checkpoint(step); });
}

void Observers::save(std::int64_t step) {
  for (const auto& observer : observers_) {
    try {
      call(*observer, "in on_checkpoint()", [&] { observer->on_checkpoint(step); });
    } catch (const std::exception& error) {
      warn(std::string("an observer failed as the run was saved: ") + reason_of(error));
    }
  }
}

bool Observers::ended_it() {
  if (!ranks_.several()) return ended_;
  at::Tensor ended = at::scalar_tensor(ended_ ? 1.0 : 0.0, at::kFloat);
  ranks_.sum(ended);
  ended_ = ended.item<float>() > 0;
  return ended_;
}

}  // namespace facet
