// The values of PyTorch 2.15, in double precision.
#include <gtest/gtest.h>

#include "plugins/torch_nn/arrays.h"

namespace facet {
namespace {

using namespace arrays;

struct ReferenceValue {
  std::string name;
  Table options;
  at::Tensor prediction, target;
  std::vector<at::Tensor> others;
  double value;
};

void expect(const std::vector<ReferenceValue>& values) {
  for (const auto& [name, options, prediction, target, others, value] : values) {
    SCOPED_TRACE(name + " " + Value(options).to_string());
    const at::Tensor loss = supervised(name, options)->forward(prediction, {target, others});
    EXPECT_NEAR(loss.item<double>(), value, 1e-7);
  }
}

const Table summed{{"reduction", "sum"}};
const Value::List three_weights{0.5, 2.0, 3.0};

TEST(RegressionLosses, AreThoseOfPyTorch) {
  expect({
      {"nn.MSELoss", {}, score(), number(), {}, 1.085},
      {"nn.MSELoss", summed, score(), number(), {}, 6.51},
      {"nn.L1Loss", {}, score(), number(), {}, 0.78333333},
      {"nn.L1Loss", summed, score(), number(), {}, 4.7},
      {"nn.SmoothL1Loss", {}, score(), number(), {}, 0.45583333},
      {"nn.SmoothL1Loss", {{"beta", 0.5}}, score(), number(), {}, 0.60166667},
      {"nn.SmoothL1Loss", {{"beta", 0.0}, {"reduction", "sum"}}, score(), number(), {}, 4.7},
      {"nn.HuberLoss", {}, score(), number(), {}, 0.45583333},
      {"nn.HuberLoss", {{"delta", 0.4}, {"reduction", "sum"}}, score(), number(), {}, 1.525},
  });
}

TEST(LikelihoodLosses, AreThoseOfPyTorch) {
  const Table rate{{"log_input", false}, {"eps", 0.001}};
  expect({
      {"nn.PoissonNLLLoss", {}, score(), count(), {}, 2.20337977},
      {"nn.PoissonNLLLoss", rate, fraction(), count(), {}, 1.47339910},
      {"nn.PoissonNLLLoss",
       {{"full", true}, {"reduction", "sum"}},
       score(),
       count(),
       {},
       20.40701370},
      {"nn.GaussianNLLLoss", {}, score(), number(), {variance()}, 0.13907083},
      {"nn.GaussianNLLLoss",
       {{"full", true}, {"eps", 0.2}},
       score(),
       number(),
       {variance()},
       1.53294435},
      {"nn.GaussianNLLLoss", summed, score(), number(), {variance()}, 0.83442499},
      {"nn.KLDivLoss", {}, log_probability(), probability(), {}, 0.41017305},
      {"nn.KLDivLoss",
       {{"reduction", "batchmean"}},
       log_probability(),
       probability(),
       {},
       1.23051916},
      {"nn.KLDivLoss", summed, log_probability(), probability(), {}, 2.46103833},
      {"nn.KLDivLoss",
       {{"log_target", true}, {"reduction", "batchmean"}},
       log_probability(),
       score(),
       {},
       8.71677771},
  });
}

TEST(ClassLosses, AreThoseOfPyTorch) {
  const Table smooth{{"weight", three_weights}, {"label_smoothing", 0.2}, {"reduction", "sum"}};
  const Table without{{"ignore_index", 2}, {"reduction", "sum"}};
  expect({
      {"nn.CrossEntropyLoss", {}, score(), classes(), {}, 0.42782925},
      {"nn.CrossEntropyLoss", summed, score(), classes(), {}, 0.85565851},
      {"nn.CrossEntropyLoss", {{"weight", three_weights}}, score(), classes(), {}, 0.36657682},
      {"nn.CrossEntropyLoss", {{"label_smoothing", 0.3}}, score(), classes(), {}, 0.72782925},
      {"nn.CrossEntropyLoss", {{"ignore_index", 0}}, score(), classes(), {}, 0.34207585},
      {"nn.CrossEntropyLoss", smooth, score(), classes(), {}, 2.15015655},
      {"nn.CrossEntropyLoss", {}, score(), probability(), {}, 2.03538561},
      {"nn.NLLLoss", {}, log_probability(), classes(), {}, 0.42782925},
      {"nn.NLLLoss", {{"weight", three_weights}}, log_probability(), classes(), {}, 0.36657682},
      {"nn.NLLLoss", without, log_probability(), classes(), {}, 0.51358266},
      {"nn.MultiMarginLoss", {}, score(), classes(), {}, 0.06666667},
      {"nn.MultiMarginLoss", {{"p", 2}, {"margin", 1.5}}, score(), classes(), {}, 0.14166667},
      {"nn.MultiMarginLoss",
       {{"weight", three_weights}, {"reduction", "sum"}},
       score(),
       classes(),
       {},
       0.06666667},
      {"nn.MultiLabelMarginLoss", {}, score(), class_list(), {}, 0.31666667},
      {"nn.MultiLabelMarginLoss", summed, score(), class_list(), {}, 0.63333333},
  });
}

TEST(BinaryLosses, AreThoseOfPyTorch) {
  const Table weighted{{"weight", three_weights}, {"reduction", "sum"}};
  const Table positive{{"pos_weight", three_weights}, {"reduction", "sum"}};
  expect({
      {"nn.BCELoss", {}, fraction(), probability(), {}, 0.59507558},
      {"nn.BCELoss", weighted, fraction(), probability(), {}, 7.11317072},
      {"nn.BCEWithLogitsLoss", {}, score(), probability(), {}, 0.80040345},
      {"nn.BCEWithLogitsLoss", {{"weight", three_weights}}, score(), probability(), {}, 1.53593301},
      {"nn.BCEWithLogitsLoss", positive, score(), probability(), {}, 7.01268950},
      {"nn.MultiLabelSoftMarginLoss", {}, score(), probability(), {}, 0.80040345},
      {"nn.MultiLabelSoftMarginLoss", weighted, score(), probability(), {}, 3.07186602},
      {"nn.SoftMarginLoss", {}, score(), sign(), {}, 0.80540345},
      {"nn.SoftMarginLoss", summed, score(), sign(), {}, 4.83242072},
      {"nn.HingeEmbeddingLoss", {}, score(), sign(), {}, 0.46666667},
      {"nn.HingeEmbeddingLoss", {{"margin", 0.4}, {"reduction", "sum"}}, score(), sign(), {}, 1.5},
  });
}

TEST(PairLosses, AreThoseOfPyTorch) {
  const Table p1{{"margin", 3.0}, {"p", 1.0}, {"eps", 0.01}};
  const Table swapped{{"swap", true}, {"margin", 2.0}, {"reduction", "sum"}};
  expect({
      {"nn.MarginRankingLoss", {}, score(), sign(), {second()}, 0.48333333},
      {"nn.MarginRankingLoss",
       {{"margin", 0.5}, {"reduction", "sum"}},
       score(),
       sign(),
       {second()},
       5.1},
      {"nn.CosineEmbeddingLoss", {}, score(), row_sign(), {second()}, 0.08423095},
      {"nn.CosineEmbeddingLoss",
       {{"margin", -0.5}, {"reduction", "sum"}},
       score(),
       row_sign(),
       {second()},
       0.66846191},
      {"nn.TripletMarginLoss", {}, score(), number(), {far()}, 1.51619004},
      {"nn.TripletMarginLoss", p1, score(), number(), {far()}, 3.06},
      {"nn.TripletMarginLoss", swapped, score(), number(), {far()}, 5.21206435},
  });
}

}  // namespace
}  // namespace facet
