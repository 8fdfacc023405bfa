#include "loops_of.h"

namespace facet::kernels {

EncoderLoops encoder_loops_avx512() {
  return loops_of<64>();
}

}  // namespace facet::kernels
