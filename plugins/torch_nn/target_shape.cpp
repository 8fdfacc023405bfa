#include "target_shape.h"

#include "facet/error.h"

namespace facet {

std::string shape(const at::Tensor& tensor) {
  std::string text;
  for (const std::int64_t size : tensor.sizes())
    text += (text.empty() ? "" : " x ") + std::to_string(size);
  return text;
}

void require_same_shape(const char* loss, const at::Tensor& prediction, const at::Tensor& target) {
  if (prediction.sizes() != target.sizes())
    throw Error(std::string(loss) +
                " needs a target of the prediction's shape: the prediction is " +
                shape(prediction) + ", the target " + shape(target) +
                "; give the objective a slice as wide as its label");
}

}  // namespace facet
