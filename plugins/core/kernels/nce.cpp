#include "nce.h"

#include "kernel_table.h"

namespace facet::kernels {

namespace {

// The fastest first.
constexpr Implementation<Nce> nce_table[] = {
    {.function = nce_plain},
};

}  // namespace

Terms nce(const Samples& samples, bool with_gradient, Reduction reduction) {
  return choose(nce_table, samples.reference)(samples, with_gradient, reduction);
}

}  // namespace facet::kernels
