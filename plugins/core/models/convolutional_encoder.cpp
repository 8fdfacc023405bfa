#include "convolutional_encoder.h"

#include "facet/plugin.h"
#include "layers/functions.h"
#include "layers/rows.h"

namespace facet {

ConvolutionalEncoder::ConvolutionalEncoder(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize,
              centred(2 * options.num_skips + options.last_kernel + 1)) {
  add_convolution_gelu(net, arguments.num_neurons, options.num_units, 2);
  add_convolutions(net, options.num_units, options.num_skips, options.num_output,
                   options.last_kernel);
  if (options.bounded) net->push_back(tanh());
  finish();
}

FACET_PLUGIN(registrar) {
  struct Member {
    const char* name;
    std::int64_t num_skips;
    std::int64_t last_kernel;
    bool normalize = true;
    bool bounded = false;
  };
  for (const Member& member :
       {Member{"offset5-model", 1, 2}, Member{"offset10-model", 3, 3},
        Member{"offset10-model-mse", 3, 3, false},
        Member{"offset10-model-mse-tanh", 3, 3, false, true}, Member{"offset15-model", 6, 2},
        Member{"offset20-model", 8, 3}, Member{"offset36-model", 16, 3},
        Member{"offset40-model", 18, 3}, Member{"offset50-model", 23, 3}}) {
    ConvolutionalEncoder::Options preset;
    preset.normalize = member.normalize;
    preset.num_skips = member.num_skips;
    preset.last_kernel = member.last_kernel;
    preset.bounded = member.bounded;
    const std::int64_t window = 2 * member.num_skips + member.last_kernel + 1;
    registrar.add<ConvolutionalEncoder>(member.name,
                                        "convolutional encoder with a window of " +
                                            std::to_string(window) + " bins" +
                                            (member.bounded ? ", bounded by tanh" : ""),
                                        preset);
  }
}

}  // namespace facet
