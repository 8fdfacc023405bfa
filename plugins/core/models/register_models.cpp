#include "register_models.h"

#include "convolutional_encoder.h"
#include "deep_perceptron.h"
#include "dropout_encoder.h"
#include "offset1_mse_model.h"
#include "perceptron.h"
#include "residual_perceptron.h"
#include "subsampling_encoder.h"
#include "subsampling_perceptron.h"
#include "supervised_model.h"

namespace facet {

namespace {

void register_convolutional(Registrar& registrar) {
  struct Member {
    const char* name;
    std::int64_t num_skips;
    std::int64_t last_kernel;
    bool normalize = true;
    bool bounded = false;
  };
  for (const Member& member :
       {Member{"offset5-model", 1, 2}, Member{"offset10-model", 3, 3},
        Member{"offset10-model-mse", 3, 3, false},
        Member{"offset10-model-mse-tanh", 3, 3, false, true}, Member{"offset15-model", 6, 2},
        Member{"offset20-model", 8, 3}, Member{"offset36-model", 16, 3},
        Member{"offset40-model", 18, 3}, Member{"offset50-model", 23, 3}}) {
    ConvolutionalEncoder::Options preset;
    preset.normalize = member.normalize;
    preset.num_skips = member.num_skips;
    preset.last_kernel = member.last_kernel;
    preset.bounded = member.bounded;
    const std::int64_t window = 2 * member.num_skips + member.last_kernel + 1;
    registrar.add<ConvolutionalEncoder>(member.name,
                                        "convolutional encoder with a window of " +
                                            std::to_string(window) + " bins" +
                                            (member.bounded ? ", bounded by tanh" : ""),
                                        preset);
  }
}

void register_dropout(Registrar& registrar) {
  const std::string summary = "convolutional encoder with a window of 36 bins and dropout";
  DropoutEncoder::Options preset;
  registrar.add<DropoutEncoder>("offset36-model-dropout", summary, preset);
  preset.in_skips = true;
  registrar.add<DropoutEncoder>("offset36-model-more-dropout", summary + " in every layer", preset);
}

void register_perceptrons(Registrar& registrar) {
  const std::string summary = "perceptron on single bins";
  Perceptron::Options preset;
  registrar.add_default<Perceptron>("offset1-model", summary, preset);
  preset.halved = false;
  registrar.add<Perceptron>("offset1-model-v2", summary + ", three hidden layers of one width",
                            preset);
  ResidualPerceptron::Options residual;
  registrar.add<ResidualPerceptron>("offset1-model-v3", summary + ", two shortcuts", residual);
  residual.num_skips = 4;
  registrar.add<ResidualPerceptron>("offset1-model-v5", summary + ", four shortcuts", residual);
  residual.gelu_inside = true;
  registrar.add<ResidualPerceptron>("offset1-model-v4", summary + ", four shortcuts around GELUs",
                                    residual);
}

void register_deep(Registrar& registrar) {
  for (const bool residual : {false, true}) {
    for (const bool bounded : {false, true}) {
      for (std::int64_t num_inner = 1; num_inner <= 10; ++num_inner) {
        DeepPerceptron::Options preset;
        preset.normalize = false;
        preset.num_inner = num_inner;
        preset.residual = residual;
        preset.bounded = bounded;
        const std::string inner = std::to_string(num_inner);
        registrar.add<DeepPerceptron>(
            std::string("offset1-model-mse-") + (residual ? "resnet-" : "v2-") + inner + "layers" +
                (bounded ? "-tanh" : ""),
            std::string(residual ? "residual " : "") + "perceptron on single bins with " + inner +
                " inner layer" + (num_inner > 1 ? "s" : "") + " for Euclidean losses" +
                (bounded ? ", bounded by tanh" : ""),
            preset);
      }
    }
  }
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

/// Each also under its older name.
void register_subsampling(Registrar& registrar) {
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
  registrar.add<SubsamplingPerceptron>("offset4-model-2x-subsample",
                                       "perceptron with a window of 4 bins at half the rate");
  registrar.add<SubsamplingPerceptron>("resample1-model", older("offset4-model-2x-subsample"));
}

void register_supervised(Registrar& registrar) {
  const std::string summary = "features and a linear prediction of labels from ";
  registrar.add<SupervisedModel>("supervised1-model", summary + "single bins");
  registrar.add<SupervisedModel>("supervised10-model", summary + "windows of 10 bins",
                                 {.convolutional = true});
}

}  // namespace

void register_models(Registrar& registrar) {
  register_perceptrons(registrar);
  register_convolutional(registrar);
  register_dropout(registrar);
  register_subsampling(registrar);
  register_mse(registrar);
  register_deep(registrar);
  register_supervised(registrar);
}

}  // namespace facet
