#include "script_criterion.h"

#include <string>

#include "facet/text.h"

namespace facet {

namespace {

std::vector<NamedTensor> state_of(const Script& script) {
  std::vector<NamedTensor> state;
  for (const auto& parameter : script.module().named_parameters())
    state.push_back({parameter.name, parameter.value});
  for (const auto& buffer : script.module().named_buffers())
    state.push_back({buffer.name, buffer.value});
  return state;
}

c10::IValue loss_of(Script& script, std::vector<c10::IValue> inputs) {
  try {
    return script(std::move(inputs));
  } catch (const std::exception& error) {
    throw Error(script.file() + ": " + reason(error));
  }
}

std::string described(const c10::IValue& value) {
  return value.isTensor() ? "a tensor of " + shape_text(value.toTensor().sizes())
                          : "a " + value.tagKind();
}

at::Tensor scalar(const c10::IValue& value, const Script& script, const std::string& what) {
  if (!value.isTensor() || value.toTensor().dim() != 0)
    throw Error(script.file() + ": " + what + " must be a scalar (without dimensions), got " + described(value));
  return value.toTensor();
}

}  // namespace

std::vector<NamedTensor> ScriptContrastive::state() const {
  return state_of(script_);
}

ContrastiveLoss ScriptContrastive::forward(const at::Tensor& reference, const at::Tensor& positive,
                                           const at::Tensor& negative) {
  const c10::IValue loss = loss_of(script_, {reference, positive, negative});
  if (!loss.isTuple() || loss.toTupleRef().elements().size() != 3)
    throw Error(script_.file() + ": must give (total, alignment, uniformity), got " +
                described(loss));
  const auto& parts = loss.toTupleRef().elements();
  return {scalar(parts[0], script_, "its total"), scalar(parts[1], script_, "its alignment"),
          scalar(parts[2], script_, "its uniformity")};
}

std::vector<NamedTensor> ScriptSupervised::state() const {
  return state_of(script_);
}

at::Tensor ScriptSupervised::forward(const at::Tensor& prediction, const Targets& targets) {
  if (target_ == LabelKind::continuous && prediction.sizes() != targets.target.sizes())
    throw Error("its prediction is " + shape_text(prediction.sizes()) + ", its target " +
                shape_text(targets.target.sizes()));
  return scalar(loss_of(script_, {prediction, targets.target}), script_, "its loss");
}

}  // namespace facet
