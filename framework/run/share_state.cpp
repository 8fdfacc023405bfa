#include "framework/run/share_state.h"

#include <ATen/Functions.h>
#include <torch/serialize.h>

#include <cstring>

namespace facet {

namespace {

std::vector<NamedTensor> state_in(const std::vector<char>& bytes) {
  const at::IValue list = torch::pickle_load(bytes);
  std::vector<NamedTensor> state;
  for (const at::IValue& own : list.toListRef()) {
    const auto& pair = own.toTupleRef().elements();
    state.push_back({pair[0].toStringRef(), pair[1].toTensor()});
  }
  return state;
}

/// Of the first rank; the others need not have a vector of that size.
std::vector<char> sent(std::vector<char> bytes, Ranks& ranks) {
  at::Tensor size = at::zeros({1}, at::kLong);
  if (ranks.is_first()) size[0] = static_cast<std::int64_t>(bytes.size());
  ranks.sum(size);
  at::Tensor values = at::zeros({size.item<std::int64_t>()}, at::kByte);
  if (ranks.is_first()) std::memcpy(values.data_ptr(), bytes.data(), bytes.size());
  ranks.sum(values);
  bytes.resize(static_cast<std::size_t>(values.numel()));
  std::memcpy(bytes.data(), values.data_ptr(), bytes.size());
  return bytes;
}

}  // namespace

std::vector<char> bytes_of(const std::vector<NamedTensor>& state) {
  c10::List<at::IValue> list(c10::AnyType::get());
  for (const NamedTensor& own : state)
    list.push_back(c10::ivalue::Tuple::create(own.name, own.tensor.detach().cpu()));
  return torch::pickle_save(list);
}

void share_state(Solver& solver) {
  Ranks& ranks = solver.ranks();
  const std::vector<char> bytes =
      sent(ranks.is_first() ? bytes_of(solver.state()) : std::vector<char>(), ranks);
  if (!ranks.is_first()) solver.load_state(state_in(bytes));
}

}  // namespace facet
