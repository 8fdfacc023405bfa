#include "row_products_loop.h"

namespace facet::kernels {

void row_products(const RowProducts& products, std::int64_t begin, std::int64_t end) {
  PanelProducts<16>::products(products, begin, end);
}

void row_outer_products(const RowOuterProducts& products, std::int64_t begin, std::int64_t end) {
  PanelProducts<16>::outer_products(products, begin, end);
}

void pack_weights(std::int64_t inner, std::int64_t columns, const float* weights, float* packed) {
  PanelProducts<16>::pack(inner, columns, weights, packed);
}

}  // namespace facet::kernels
