#include "loops_of.h"

namespace facet::kernels {

EncoderLoops encoder_loops_avx2() {
  return loops_of<32>();
}

}  // namespace facet::kernels
