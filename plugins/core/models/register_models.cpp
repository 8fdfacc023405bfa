#include "register_models.h"

#include "convolutional_encoder.h"
#include "offset1_mse_model.h"

namespace facet {

namespace {

void register_convolutional(Registrar& registrar) {
  const std::string summary = "convolutional encoder with a window of ";
  const auto add = [&](const std::string& name, int window, ConvolutionalEncoder::Options preset) {
    registrar.add<ConvolutionalEncoder>(name, summary + std::to_string(window) + " bins", preset);
  };
  add("offset5-model", 5, {.num_skips = 1, .last_kernel = 2});
  add("offset10-model", 10, {});
  add("offset10-model-mse", 10, {.normalize = false});
  add("offset15-model", 15, {.num_skips = 6, .last_kernel = 2});
  add("offset36-model", 36, {.num_skips = 16});
  add("offset40-model", 40, {.num_skips = 18});
}

void register_mse(Registrar& registrar) {
  const std::string name = "offset1-model-mse";
  const std::string summary = "perceptron on single bins for Euclidean losses";
  registrar.add<Offset1MseModel>(name, summary);
  registrar.add<Offset1MseModel>(name + "-tanh", summary + ", bounded by tanh",
                                 {.bounding = Bounding::tanh});
  for (const int lowest : {1, 5, 10, 15, 20, 25, 50, 100, 1000}) {
    for (const int highest : {1, 5, 10, 15, 20, 25, 50, 100, 1000}) {
      const std::string bounds = std::to_string(lowest) + "-" + std::to_string(highest);
      registrar.add<Offset1MseModel>(name + "-clip-" + bounds,
                                     summary + ", clipped to [-" + std::to_string(lowest) + ", " +
                                         std::to_string(highest) + "]",
                                     {.bounding = Bounding::clip,
                                      .lowest = -static_cast<double>(lowest),
                                      .highest = static_cast<double>(highest)});
    }
  }
}

}  // namespace

void register_models(Registrar& registrar) {
  registrar.add<Offset1Model>("offset1-model", "perceptron on single bins");
  register_convolutional(registrar);
  register_mse(registrar);
}

}  // namespace facet
