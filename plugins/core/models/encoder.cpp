#include "encoder.h"

#include "layers/described.h"
#include "layers/functions.h"

namespace facet {

Encoder::Encoder(std::int64_t num_output, bool normalize, const Offset& offset)
    : net(register_module("net", torch::nn::Sequential())),
      num_output_(num_output),
      normalize_(normalize),
      offset_(offset) {}

void Encoder::finish() {
  if (normalize_) net->push_back(norm());
  net->push_back(squeeze());
}

std::vector<Layer> Encoder::layers() const {
  return described(*net, "net");
}

Offset centred(std::int64_t size) {
  return {size / 2, size - size / 2};
}

}  // namespace facet
