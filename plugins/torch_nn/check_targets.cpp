#include "check_targets.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/aminmax.h>
#include <ATen/ops/tensor.h>

#include <tuple>

#include "facet/error.h"
#include "facet/text.h"
#include "facet/value.h"

namespace facet {

namespace {

std::string number(double value) {
  return Value(value).to_string();
}

}  // namespace

void require_same_shape(const char* loss, const at::Tensor& prediction, const at::Tensor& tensor,
                        const char* what) {
  if (prediction.sizes() == tensor.sizes()) return;
  throw Error(std::string(loss) + " needs a " + what +
              " of the prediction's shape: the prediction is " + shape_text(prediction.sizes()) +
              ", the " + what + " " + shape_text(tensor.sizes()) +
              "; give the objective a slice as wide as its label");
}

at::Tensor numbers(const char* loss, const at::Tensor& prediction, const at::Tensor& target) {
  at::Tensor values = target.to(prediction.scalar_type());
  const bool discrete = !target.is_floating_point() && target.dim() == 1;
  if (discrete && prediction.dim() == 2 && prediction.size(1) == 1) values = values.unsqueeze(1);
  require_same_shape(loss, prediction, values);
  return values;
}

at::Tensor row_numbers(const char* loss, const at::Tensor& prediction, const at::Tensor& target) {
  const bool column = target.dim() == 2 && target.size(1) == 1;
  const at::Tensor values = (column ? target.squeeze(1) : target).to(prediction.scalar_type());
  if (values.dim() != 1 || values.size(0) != prediction.size(0))
    throw Error(std::string(loss) + " needs one -1 or 1 for each prediction: the prediction is " +
                shape_text(prediction.sizes()) + ", the target " + shape_text(target.sizes()));
  return values;
}

void require_one_class_each(const char* loss, const at::Tensor& prediction,
                            const at::Tensor& target) {
  if (target.dim() != 1 || target.size(0) != prediction.size(0) || target.is_floating_point())
    throw Error(std::string(loss) + " needs one class for each prediction: the prediction is " +
                shape_text(prediction.sizes()) + ", the target " + shape_text(target.sizes()));
}

at::Tensor column_weights(const char* loss, const char* name, const std::vector<double>& weights,
                          const at::Tensor& prediction) {
  if (weights.empty()) return {};
  const std::int64_t columns = prediction.size(-1);
  if (static_cast<std::int64_t>(weights.size()) != columns)
    throw Error(std::string(loss) + " takes one " + name + " for each of the " +
                std::to_string(columns) + " dimensions of its slice, got " +
                std::to_string(weights.size()));
  return at::tensor(weights, prediction.options());
}

void require_range(const char* loss, const char* what, const at::Tensor& tensor,
                   const NumberRange& range) {
  const auto [least, most] = at::aminmax(tensor.detach());
  const double below = least.item<double>(), above = most.item<double>();
  if (below >= range.lowest && above <= range.highest) return;
  throw Error(std::string(loss) + " needs a " + what + " " + range.words + ", got " +
              number(below < range.lowest ? below : above));
}

void require_signs(const char* loss, const at::Tensor& target) {
  const at::Tensor wrong = target.masked_select(target.abs() != 1);
  if (wrong.numel() == 0) return;
  throw Error(std::string(loss) + " takes targets -1 and 1, got " +
              number(wrong[0].item<double>()));
}

void require_classes(const char* loss, std::int64_t num_classes, const at::Tensor& target,
                     std::optional<std::int64_t> ignored) {
  at::Tensor wrong = (target < 0).logical_or(target >= num_classes);
  if (ignored) wrong = wrong.logical_and(target != *ignored);
  const at::Tensor classes = target.masked_select(wrong);
  if (classes.numel() == 0) return;
  throw Error(std::string(loss) + " takes classes from 0 to " + std::to_string(num_classes - 1) +
              " for a slice of " + std::to_string(num_classes) + " dimensions, got " +
              std::to_string(classes[0].item<std::int64_t>()));
}

void require_class_lists(const char* loss, std::int64_t num_classes, const at::Tensor& target) {
  const at::Tensor wrong =
      (target.to(at::kLong) != target).logical_or(target < -1).logical_or(target >= num_classes);
  const at::Tensor values = target.masked_select(wrong);
  if (values.numel() == 0) return;
  throw Error(std::string(loss) + " takes rows of classes from 0 to " +
              std::to_string(num_classes - 1) + " that end with -1, got " +
              number(values[0].item<double>()));
}

}  // namespace facet
