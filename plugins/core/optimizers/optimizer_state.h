#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <deque>
#include <string>
#include <variant>
#include <vector>

#include "facet/stateful.h"

namespace facet {

/// Something that a libtorch optimizer keeps for a parameter; tensors may be undefined.
struct StateField {
  const char* name;
  std::variant<at::Tensor*, std::int64_t*, double*, std::deque<at::Tensor>*> value;
};
using StateFields = std::vector<StateField>;

/// Adds copies of the fields under `prefix`: counters as scalars, a list as one tensor of its
/// items.
void save_fields(const StateFields& fields, const std::string& prefix,
                 std::vector<NamedTensor>& state);

/// Sets the fields to what `state` has under `prefix`, on `device`; others stay as they are.
/// Returns how many there were.
std::size_t load_fields(const StateFields& fields, const std::string& prefix,
                        const std::vector<NamedTensor>& state, c10::Device device);

}  // namespace facet
