#include "nce.h"

#include "kernel_table.h"

namespace facet::kernels {

namespace {

constexpr Implementation<Nce> nce_table[] = {
    // as info_nce_table is
    {.function = nce_plain},
};

}  // namespace

Terms nce(const Samples& samples, bool with_gradient, Reduction reduction) {
  return choose(nce_table, samples.reference)(samples, with_gradient, reduction);
}

}  // namespace facet::kernels
