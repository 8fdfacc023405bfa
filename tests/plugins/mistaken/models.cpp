#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <torch/nn/modules/linear.h>

#include "facet/model.h"
#include "facet/plugin.h"
#include "mistake.h"

namespace {

class Line : public facet::Model {
 public:
  struct Options : Mistake {
    std::int64_t num_output = 4;
    static void describe(facet::OptionsDescription<Options>& options) {
      Mistake::describe(options);
      options.add("num_output", &Options::num_output, "outputs");
    }
  };
  Line(const Options& options, const Arguments& arguments)
      : options_(options),
        mistakes_(options),
        line_(register_module("line",
                              torch::nn::Linear(arguments.num_neurons, options.num_output))) {}

  at::Tensor forward(const at::Tensor& windows) override {
    mistakes_.begin_call();
    const at::Tensor output = line_->forward(windows.select(2, 0));
    if (mistakes_.now("nothing_returned")) return {};
    if (mistakes_.now("narrow")) return output.narrow(1, 0, 3);
    if (mistakes_.now("short")) return output.narrow(0, 0, 1);
    if (mistakes_.now("three_dimensions")) return output.unsqueeze(2);
    if (mistakes_.now("detached")) return output.detach();
    if (mistakes_.now("double")) return output.to(at::kDouble);
    return output;
  }
  facet::Offset offset() const override {
    if (options_.does == "offset_negative") return {-1, 2};
    if (options_.does == "offset_empty") return {0, 0};
    return {0, 1};
  }
  std::int64_t num_output() const override { return options_.num_output; }
  bool convolutional() const override { return options_.does == "convolutional"; }

 private:
  Options options_;
  Mistakes mistakes_;
  torch::nn::Linear line_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Line>("line", "an encoder that goes wrong");
}
