#include "framework/training/observers.h"

#include <ATen/ops/scalar_tensor.h>

#include "facet/warning.h"

namespace facet {

template <class Tell>
void Observers::tell(const Tell& tell) {
  for (const auto& observer : observers_)
    if (tell(*observer) == Training::ends) ended_ = true;
}

Observers::~Observers() {
  if (told_of_the_end_) return;
  try {
    end();
  } catch (const std::exception& error) {  // the error that ended the training is on its way
    warn(std::string("an observer failed at the end of the training: ") + error.what());
  }
}

void Observers::end() {
  told_of_the_end_ = true;
  for (const auto& observer : observers_) observer->on_end();
}

void Observers::begin(const TrainingStart& start) {
  for (const auto& observer : observers_) observer->on_begin(start);
}

void Observers::step(const Report& report) {
  tell([&](Observer& observer) { return observer.on_step(report); });
}

void Observers::validation(const Report& report) {
  tell([&](Observer& observer) { return observer.on_validation(report); });
}

void Observers::checkpoint(std::int64_t step) {
  tell([&](Observer& observer) { return observer.on_checkpoint(step); });
}

bool Observers::ended_it() {
  if (!ranks_.several()) return ended_;
  at::Tensor ended = at::scalar_tensor(ended_ ? 1.0 : 0.0, at::kFloat);
  ranks_.sum(ended);
  ended_ = ended.item<float>() > 0;
  return ended_;
}

}  // namespace facet
