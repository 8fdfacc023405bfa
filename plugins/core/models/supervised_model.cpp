#include "supervised_model.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/relu.h>

#include "facet/plugin.h"
#include "layers/functions.h"
#include "layers/rows.h"

namespace facet {

void SupervisedModel::Options::describe(OptionsDescription<Options>& options) {
  options.add("num_units", &Options::num_units, "width of the hidden layers")
      .at_least(2)
      .at_most(most_units);
  options.add("num_output", &Options::num_output, "number of features")
      .at_least(1)
      .at_most(most_units);
  options
      .add("label_num", &Options::label_num,
           "columns that are predicted from the features and follow them: classes, or dimensions "
           "of a label")
      .at_least(0)
      .at_most(most_units);
}

SupervisedModel::SupervisedModel(const Options& options, const Arguments& arguments)
    : Encoder(options.num_output + options.label_num, false,
              centred(options.convolutional ? 10 : 1)) {
  const std::int64_t units = options.num_units;
  if (options.convolutional) {
    add_convolution_gelu(net, arguments.num_neurons, units, 2);
    add_convolutions(net, units, 3, options.num_output, 3);
  } else {
    net->push_back(flatten());
    add_perceptron(net, arguments.num_neurons, {units, units, units / 2}, options.num_output);
  }
  finish();
  if (options.label_num > 0)
    classifier_ =
        register_module("classifier", torch::nn::Linear(options.num_output, options.label_num));
}

at::Tensor SupervisedModel::forward(const at::Tensor& windows) {
  const at::Tensor features = at::relu(net->forward(windows));
  return classifier_ ? at::cat({features, classifier_->forward(features)}, 1) : features;
}

std::vector<Layer> SupervisedModel::layers() const {
  std::vector<Layer> layers = Encoder::layers();
  layers.push_back({.kind = LayerKind::relu});
  if (classifier_)
    layers.push_back({.kind = LayerKind::concatenation,
                      .branches = {{}, {{.kind = LayerKind::linear, .parameters = "classifier"}}}});
  return layers;
}

FACET_PLUGIN(registrar) {
  const std::string summary = "features and a linear prediction of labels from ";
  registrar.add<SupervisedModel>("supervised1-model", summary + "single bins");
  registrar.add<SupervisedModel>("supervised10-model", summary + "windows of 10 bins",
                                 {.convolutional = true});
}

}  // namespace facet
