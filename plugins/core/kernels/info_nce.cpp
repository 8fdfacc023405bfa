#include "info_nce.h"

#include "kernel_table.h"

namespace facet::kernels {

namespace {

// The fastest first.
constexpr Implementation<InfoNce> info_nce_table[] = {
    {.function = info_nce_plain},
};

}  // namespace

Terms info_nce(const Samples& samples, bool with_gradient, Similarity similarity) {
  return choose(info_nce_table, samples.reference)(samples, with_gradient, similarity);
}

}  // namespace facet::kernels
