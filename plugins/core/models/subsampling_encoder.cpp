#include "subsampling_encoder.h"

#include "facet/plugin.h"
#include "layers/mean_and_conv.h"
#include "layers/rows.h"

namespace facet {

SubsamplingEncoder::SubsamplingEncoder(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, centred(options.window)) {
  const std::int64_t units = options.num_units;
  net->push_back(MeanAndConv(arguments.num_neurons, units));
  add_convolution_gelu(net, arguments.num_neurons + units, units, 3, 2);
  add_convolutions(net, units, options.num_skips, options.num_output, options.last_kernel);
  finish();
}

/// Each also under its older name.
FACET_PLUGIN(registrar) {
  const auto older = [](const char* name) { return std::string("older name of ") + name; };
  SubsamplingEncoder::Options preset;
  registrar.add<SubsamplingEncoder>("offset40-model-4x-subsample",
                                    "encoder with a window of 40 bins at a quarter of the rate",
                                    preset);
  registrar.add<SubsamplingEncoder>("resample-model", older("offset40-model-4x-subsample"), preset);
  preset.window = 20;
  preset.num_skips = 1;
  preset.last_kernel = 2;
  registrar.add<SubsamplingEncoder>("offset20-model-4x-subsample",
                                    "encoder with a window of 20 bins at a quarter of the rate",
                                    preset);
  registrar.add<SubsamplingEncoder>("resample5-model", older("offset20-model-4x-subsample"),
                                    preset);
}

}  // namespace facet
