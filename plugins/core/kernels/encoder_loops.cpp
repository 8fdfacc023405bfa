#include "loops_of.h"

namespace facet::kernels {

EncoderLoops encoder_loops() {
  return loops_of<16>();
}

}  // namespace facet::kernels
