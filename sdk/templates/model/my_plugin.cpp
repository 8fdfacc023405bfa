#include <torch/nn/modules/linear.h>

#include "facet/model.h"
#include "facet/plugin.h"

namespace {

/// A linear map of the mean signals around a bin. In a config:
///
///     [model]
///     name = "MeanModel"
///     window = 10
///     num_output = 3
class MeanModel : public facet::Model {
 public:
  struct Options {
    std::int64_t window = 10;
    std::int64_t num_output = 3;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("window", &Options::window, "how many bins are averaged").at_least(1);
      options.add("num_output", &Options::num_output, "columns of the embedding").at_least(1);
    }
  };
  static inline const facet::Documentation documentation = {.formula = "weight mean_t x_t + bias",
                                                            .units = "window in bins"};

  MeanModel(const Options& options, const Arguments& arguments)
      : options_(options), map_(arguments.num_neurons, options.num_output) {
    register_module("map", map_);
  }

  at::Tensor forward(const at::Tensor& windows) override { return map_(windows.mean(2)); }
  facet::Offset offset() const override {
    return {options_.window / 2, options_.window - options_.window / 2};
  }
  std::int64_t num_output() const override { return options_.num_output; }

 private:
  Options options_;
  torch::nn::Linear map_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<MeanModel>("MeanModel", "a linear map of the mean signals around a bin");
}
