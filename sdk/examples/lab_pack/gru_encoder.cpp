#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/rnn.h>

#include "facet/model.h"
#include "facet/plugin.h"
#include "facet/unit_length.h"

namespace {

/// A recurrent encoder: gated recurrent units read a window bin by bin, and the embedding is a
/// linear map of the state in which its last bin leaves them. In a config:
///
///     [model]
///     name = "lab/gru"
///     window = 10
///     num_output = 6
///
/// The last bin of the window is the one that is embedded, so nothing is seen of what comes after
/// it, and the encoder can run while an animal is recorded. The state begins at zero in each
/// window, as a bin's embedding must not depend on where an earlier pass began: it is not
/// convolutional().
class GruEncoder : public facet::Model {
 public:
  struct Options {
    std::int64_t window = 10;
    std::int64_t num_units = 32;
    std::int64_t num_output = 8;
    bool normalize = true;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("window", &Options::window, "how many bins it reads, the last the bin itself")
          .at_least(1)
          .at_most(1000);
      options.add("num_units", &Options::num_units, "size of its state").at_least(1).at_most(1000);
      options.add("num_output", &Options::num_output, "columns of the embedding")
          .at_least(1)
          .at_most(1000);
      options.add("normalize", &Options::normalize, "whether the embedding has unit length");
    }
  };
  static inline const facet::Documentation documentation = {
      .formula =
          "h_t = (1 - u) n + u h_(t-1), n = tanh(W x_t + b + r (V h_(t-1) + c)), r and u sigmoids "
          "of maps of their own of x_t and h_(t-1); y = Linear(h at the last bin), with normalize "
          "y "
          "/ |y|",
      .shapes = "B x N x window to B x num_output",
      .units = "window in bins",
      .source =
          "Cho et al.: Learning phrase representations using RNN encoder-decoder for "
          "statistical machine translation (2014)"};

  GruEncoder(const Options& options, const Arguments& arguments)
      : options_(options),
        units_(torch::nn::GRUOptions(arguments.num_neurons, options.num_units).batch_first(true)),
        output_(options.num_units, options.num_output) {
    register_module("units", units_);
    register_module("output", output_);
  }

  at::Tensor forward(const at::Tensor& windows) override {
    const at::Tensor bin_by_bin = windows.transpose(1, 2);      // B x window x N
    const at::Tensor states = std::get<0>(units_(bin_by_bin));  // B x window x num_units
    const at::Tensor embedding = output_(states.select(1, states.size(1) - 1));
    return options_.normalize ? facet::unit_length(embedding, 1) : embedding;
  }
  facet::Offset offset() const override { return {options_.window - 1, 1}; }
  std::int64_t num_output() const override { return options_.num_output; }
  bool normalized() const override { return options_.normalize; }

 private:
  Options options_;
  torch::nn::GRU units_;
  torch::nn::Linear output_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<GruEncoder>("gru",
                            "gated recurrent units that read the bins up to the one embedded");
}
