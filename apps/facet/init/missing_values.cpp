#include "apps/facet/init/missing_values.h"

#include <ATen/TensorOperators.h>

#include "apps/facet/init/array_kinds.h"
#include "apps/facet/init/signals.h"

namespace facet {

std::optional<Reasoned<std::string>> choose_filled(const Proposal& made, const FileArrays& arrays) {
  for (const FileArray* array : named_arrays(arrays, made.signals.value)) {
    if (!can_be_read(*array) || array->is_ragged() || !at::isFloatingType(array->type())) continue;
    const auto missing = array->read().isnan().sum().item<std::int64_t>();
    if (missing > 0)
      return {
          {array->name(), std::to_string(missing) +
                              " of its values are missing; longer holes need a gap, or select"}};
  }
  return {};
}

}  // namespace facet
