#include "row_products_loop.h"

namespace facet::kernels {

void row_products_avx512(const RowProducts& products, std::int64_t begin, std::int64_t end) {
  PanelProducts<64>::products(products, begin, end);
}

void row_outer_products_avx512(const RowOuterProducts& products, std::int64_t begin,
                               std::int64_t end) {
  PanelProducts<64>::outer_products(products, begin, end);
}

void pack_weights_avx512(std::int64_t inner, std::int64_t columns, const float* weights,
                         float* packed) {
  PanelProducts<64>::pack(inner, columns, weights, packed);
}

}  // namespace facet::kernels
