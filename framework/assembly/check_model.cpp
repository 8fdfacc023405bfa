#include "framework/assembly/check_model.h"

#include <algorithm>

#include "framework/calls/call.h"

namespace facet {

void require_offset(const Model& model) {
  call(model, "in offset()", [&] {
    const Offset offset = model.offset();
    if (offset.left < 0 || offset.right < 1)
      throw BrokenPromise("its offset is {" + std::to_string(offset.left) + ", " +
                          std::to_string(offset.right) +
                          "}, promised is a window of at least the bin itself: left >= 0, right >= "
                          "1");
  });
}

void check_parameters(const Models& models, Problems& problems) {
  for (const auto& model : models)
    for (const at::Tensor& parameter : model->parameters())
      if (parameter.requires_grad()) return;
  problems.add({}, "model",
               "cannot be used: it has no parameter to train: is each of its modules registered "
               "(register_module), and does one at least require a gradient?");
}

void check_all_are_trained(const Models& models, const MultiCriterions& criterion,
                           const std::vector<at::Tensor>& trained, Problems& problems) {
  for (const at::Tensor& now : trained_parameters(models, criterion)) {
    const auto same = [&](const at::Tensor& own) { return own.is_same(now); };
    if (std::any_of(trained.begin(), trained.end(), same)) continue;
    problems.add({}, "model",
                 "cannot be used: in forward() it made a parameter that it had not before, and "
                 "which no optimizer would train: make all of them in the constructor");
    return;
  }
}

}  // namespace facet
