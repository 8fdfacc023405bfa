#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <torch/nn/modules/linear.h>

#include <limits>

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
        mistakes_(options, 0),
        line_(torch::nn::Linear(arguments.num_neurons, options.num_output)) {
    if (options.does != "unregistered") register_module("line", line_);
  }

  at::Tensor forward(const at::Tensor& windows) override {
    mistakes_.begin_call();
    if (options_.does == "reversed") return in_reverse(windows);
    if (options_.does == "late_parameter" && !named_parameters().contains("late"))
      register_parameter("late", at::ones({}));
    if (mistakes_.now("in_place")) at::Tensor(windows.detach()).add_(0.25);
    const at::Tensor output = line_->forward(windows.select(2, 0));
    if (mistakes_.now("nothing_returned")) return {};
    if (mistakes_.now("narrow")) return output.narrow(1, 0, 3);
    if (mistakes_.now("short")) return output.narrow(0, 0, 1);
    if (mistakes_.now("three_dimensions")) return output.unsqueeze(2);
    if (mistakes_.now("detached")) return output.detach();
    if (mistakes_.now("leaf")) return output.detach().requires_grad_();
    if (mistakes_.now("nan")) return output * std::numeric_limits<double>::quiet_NaN();
    if (mistakes_.now("double")) return output.to(at::kDouble);
    return output;
  }
  facet::Offset offset() const override {
    if (options_.does == "offset_negative") return {-1, 2};
    if (options_.does == "offset_empty") return {0, 0};
    return {0, 1};
  }
  std::int64_t num_output() const override {
    return options_.does == "other_width" ? 12 : options_.num_output;
  }
  bool convolutional() const override {
    return options_.does == "convolutional" || options_.does == "reversed";
  }

 private:
  /// A long pass comes out from its end.
  at::Tensor in_reverse(const at::Tensor& windows) {
    const at::Tensor outputs = line_->forward(windows.transpose(1, 2)).transpose(1, 2);
    return outputs.size(2) == 1 ? outputs.squeeze(2) : outputs.flip({2});
  }

  Options options_;
  Mistakes mistakes_;
  torch::nn::Linear line_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Line>("line", "an encoder that goes wrong");
}
