#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/stack.h>

#include "facet/stateful.h"

namespace facet {

Quantity::Quantity(std::string own_name, at::Tensor own_value, at::Tensor held)
    : name(std::move(own_name)), value(own_value.detach()), at_bound(std::move(held)) {}

Quantity::Quantity(std::string own_name, double own_value)
    : name(std::move(own_name)), value(at::scalar_tensor(own_value, at::kDouble)) {}

std::vector<double> read_values(const std::vector<Quantity>& quantities) {
  std::vector<double> values(quantities.size());
  std::vector<at::Tensor> on_device;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const at::Tensor& value = quantities[i].value;
    if (value.is_cpu()) {
      values[i] = value.item<double>();
      continue;
    }
    on_device.push_back(value.to(at::kDouble));
    places.push_back(i);
  }
  if (on_device.empty()) return values;
  const at::Tensor read = at::stack(on_device).to(at::kCPU);
  for (std::size_t i = 0; i < places.size(); ++i) values[places[i]] = read.data_ptr<double>()[i];
  return values;
}

}  // namespace facet
