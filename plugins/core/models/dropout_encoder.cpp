#include "dropout_encoder.h"

#include "facet/plugin.h"
#include "layers/channel_dropout.h"
#include "layers/functions.h"
#include "layers/rows.h"
#include "layers/skip.h"

namespace facet {

void DropoutEncoder::Options::describe(OptionsDescription<Options>& options) {
  describe_encoder(options, 1);
  options.add("dropout", &Options::dropout, "probability with which a channel is dropped")
      .at_least(0)
      .below(1);
}

DropoutEncoder::DropoutEncoder(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output, options.normalize, centred(36)) {
  const std::int64_t units = options.num_units;
  net->push_back(convolution(arguments.num_neurons, units, 2));
  net->push_back(ChannelDropout(options.dropout));
  net->push_back(gelu());
  for (int i = 0; i < 16; ++i) {
    torch::nn::Sequential inner;
    if (options.in_skips) inner->push_back(ChannelDropout(options.dropout));
    inner->push_back(convolution(units, units, 3));
    inner->push_back(gelu());
    net->push_back(Skip(1, inner));
  }
  net->push_back(convolution(units, options.num_output, 3));
  finish();
}

FACET_PLUGIN(registrar) {
  const std::string summary = "convolutional encoder with a window of 36 bins and dropout";
  DropoutEncoder::Options preset;
  registrar.add<DropoutEncoder>("offset36-model-dropout", summary, preset);
  preset.in_skips = true;
  registrar.add<DropoutEncoder>("offset36-model-more-dropout", summary + " in every layer", preset);
}

}  // namespace facet
