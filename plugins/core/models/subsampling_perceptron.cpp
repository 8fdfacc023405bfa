#include "subsampling_perceptron.h"

#include "facet/plugin.h"
#include "layers/functions.h"
#include "layers/mean_and_conv.h"
#include "layers/rows.h"

namespace facet {

SubsamplingPerceptron::SubsamplingPerceptron(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, {2, 2}) {
  const std::int64_t units = options.num_units;
  net->push_back(MeanAndConv(arguments.num_neurons, units));
  net->push_back(flatten());
  add_perceptron(net, arguments.num_neurons + units, {units, units, units / 2}, options.num_output);
  finish();
}

FACET_PLUGIN(registrar) {
  registrar.add<SubsamplingPerceptron>("offset4-model-2x-subsample",
                                       "perceptron with a window of 4 bins at half the rate");
  registrar.add<SubsamplingPerceptron>("resample1-model",
                                       "older name of offset4-model-2x-subsample");
}

}  // namespace facet
