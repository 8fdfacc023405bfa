#include "optimizer_state.h"

#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/stack.h>

namespace facet {

namespace {

using TensorList = std::deque<at::Tensor>;

at::Tensor saved(const at::Tensor& value) {
  return value.defined() ? value.detach().clone() : at::Tensor();
}
at::Tensor saved(std::int64_t value) {
  return at::scalar_tensor(value, at::kLong);
}
at::Tensor saved(double value) {
  return at::scalar_tensor(value, at::kDouble);
}
at::Tensor saved(const TensorList& list) {
  if (list.empty()) return {};
  return at::stack(std::vector<at::Tensor>(list.begin(), list.end()));
}

void load(at::Tensor& value, const at::Tensor& from, c10::Device device) {
  value = from.to(device, from.scalar_type(), /*non_blocking=*/false, /*copy=*/true);
}
void load(std::int64_t& value, const at::Tensor& from, c10::Device) {
  value = from.item<std::int64_t>();
}
void load(double& value, const at::Tensor& from, c10::Device) {
  value = from.item<double>();
}
void load(TensorList& list, const at::Tensor& from, c10::Device device) {
  list.clear();
  for (const at::Tensor& item : from.unbind()) load(list.emplace_back(), item, device);
}

}  // namespace

void save_fields(const StateFields& fields, const std::string& prefix,
                 std::vector<NamedTensor>& state) {
  for (const StateField& field : fields) {
    const at::Tensor value = std::visit([](const auto* kept) { return saved(*kept); }, field.value);
    if (value.defined()) state.push_back({prefix + field.name, value});
  }
}

std::size_t load_fields(const StateFields& fields, const std::string& prefix,
                        const std::vector<NamedTensor>& state, c10::Device device) {
  std::size_t found = 0;
  for (const NamedTensor& own : state) {
    for (const StateField& field : fields) {
      if (own.name != prefix + field.name) continue;
      std::visit([&](auto* kept) { load(*kept, own.tensor, device); }, field.value);
      ++found;
    }
  }
  return found;
}

}  // namespace facet
