#include "loops_of.h"

namespace facet::kernels {

ConvolutionLoops convolution_loops() {
  return loops_of<16>();
}

}  // namespace facet::kernels
