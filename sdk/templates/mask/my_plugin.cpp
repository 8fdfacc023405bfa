#include <ATen/ops/ones.h>

#include "facet/mask.h"
#include "facet/plugin.h"

namespace {

/// Hides one neuron of each window, drawn at random, in some of the windows. In a config:
///
///     [data]
///     masks = [{ name = "OneNeuronMask", windows = 0.5 }]
class OneNeuronMask : public facet::Mask {
 public:
  struct Options {
    double windows = 1.0;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("windows", &Options::windows, "the share of windows that it hides one in")
          .at_least(0)
          .at_most(1);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula = "keep[b, n] = 0 for one n, in window b with the probability `windows`",
      .shapes = "windows: B x N x T"};

  explicit OneNeuronMask(const Options& options) : windows_(options.windows) {}

  at::Tensor keep(const facet::WindowShape& shape, facet::Random& random) const override {
    const at::Tensor keep = at::ones({shape.num_windows, shape.num_neurons, 1});
    auto* own = keep.data_ptr<float>();
    for (std::int64_t i = 0; i < shape.num_windows; ++i, own += shape.num_neurons)
      if (random.uniform() < windows_) own[random.below(shape.num_neurons)] = 0;
    return keep;
  }

 private:
  double windows_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<OneNeuronMask>("OneNeuronMask", "hides one neuron of each window");
}
