#include "convolutional_encoder.h"

#include "layers/functions.h"
#include "layers/rows.h"

namespace facet {

ConvolutionalEncoder::ConvolutionalEncoder(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize,
              centred(2 * options.num_skips + options.last_kernel + 1)) {
  net->push_back(convolution(arguments.num_neurons, options.num_units, 2));
  net->push_back(gelu());
  add_convolutions(net, options.num_units, options.num_skips, options.num_output,
                   options.last_kernel);
  if (options.bounded) net->push_back(tanh());
  finish();
}

}  // namespace facet
