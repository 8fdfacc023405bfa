#include "framework/data/windows.h"

#include <ATen/Functions.h>

#include "parity/handlers.h"

namespace facet::parity {

Arrays expand_index(const ReferenceCase& reference, Registry&) {
  const Offset offset{reference.options.at("left"), reference.options.at("right")};
  const at::Tensor& neural = reference.input("neural");
  const at::Tensor& index = reference.input("index");
  // A signal that says which bin it is of shows which bins are in a window.
  const at::Tensor numbered = at::arange(neural.size(0), at::kDouble).unsqueeze(1);
  return {{"expanded", gather_windows(numbered, index, offset).squeeze(1)},
          {"windows", gather_windows(neural, index, offset)}};
}

}  // namespace facet::parity
