#include "row_products_loop.h"

namespace facet::kernels {

void row_products_avx2(const RowProducts& products, std::int64_t begin, std::int64_t end) {
  PanelProducts<32>::products(products, begin, end);
}

void row_outer_products_avx2(const RowOuterProducts& products, std::int64_t begin,
                             std::int64_t end) {
  PanelProducts<32>::outer_products(products, begin, end);
}

void pack_weights_avx2(std::int64_t inner, std::int64_t columns, const float* weights,
                       float* packed) {
  PanelProducts<32>::pack(inner, columns, weights, packed);
}

}  // namespace facet::kernels
