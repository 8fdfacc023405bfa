#include "subsampling_encoder.h"

#include "layers/functions.h"
#include "layers/mean_and_conv.h"
#include "layers/rows.h"

namespace facet {

SubsamplingEncoder::SubsamplingEncoder(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, centred(options.window)) {
  const std::int64_t units = options.num_units;
  net->push_back(MeanAndConv(arguments.num_neurons, units));
  net->push_back(convolution(arguments.num_neurons + units, units, 3, 2));
  net->push_back(gelu());
  add_convolutions(net, units, options.num_skips, options.num_output, options.last_kernel);
  finish();
}

}  // namespace facet
