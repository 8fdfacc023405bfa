#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>
#include <gmock/gmock.h>
#include <torch/nn/modules/linear.h>

#include "framework/exchange/exported_encoders.h"
#include "framework/exchange/onnx_encoder.h"
#include "framework/exchange/python_encoder.h"
#include "framework/toy_components.h"
#include "message_of.h"

namespace facet {
namespace {

using testing::HasSubstr;

/// y = W x + b of single bins, which says that, or something else.
class LinearModel : public Model, public Layered {
 public:
  explicit LinearModel(std::vector<Layer> layers) : layers_(std::move(layers)) {
    const at::NoGradGuard no_gradient;
    own_->weight.copy_(at::tensor({1.0F, 2.0F, 3.0F, 4.0F}).view({2, 2}));
    own_->bias.copy_(at::tensor({0.5F, -0.5F}));
  }
  at::Tensor forward(const at::Tensor& windows) override {
    return own_->forward(windows.squeeze(2));
  }
  Offset offset() const override { return {0, 1}; }
  std::int64_t num_output() const override { return 2; }
  std::vector<Layer> layers() const override { return layers_; }

 private:
  const std::vector<Layer> layers_;
  torch::nn::Linear own_{register_module("own", torch::nn::Linear(2, 2))};
};

const Layer linear{.kind = LayerKind::linear, .parameters = "own"};

TEST(ExportedModel, HasTheParametersThatItsLayersName) {
  LinearModel model({{.kind = LayerKind::flatten}, linear, {.kind = LayerKind::squeeze}});
  const ExportedEncoder encoder = exported_model(model, 2);
  ASSERT_EQ(encoder.layers.size(), 2u) << "behind flatten there is nothing to squeeze";
  ASSERT_EQ(encoder.state.size(), 2u);
  EXPECT_EQ(encoder.state[0].name, "own.weight");
  const at::Tensor x = at::tensor({1.0F, 10.0F}).view({1, 2, 1});
  EXPECT_TRUE(at::equal(encode(encoder, x), at::tensor({21.5F, 42.5F}).view({1, 2})));
}

TEST(ExportedModel, SeesZScoresInDoublePrecision) {
  LinearModel model({{.kind = LayerKind::flatten}, linear});
  ExportedEncoder encoder = exported_model(model, 2);
  encoder.zscored = true;
  encoder.state.push_back({"signals.mean", at::tensor({1.0, 2.0}, at::kDouble)});
  encoder.state.push_back({"signals.deviation", at::tensor({2.0, 0.5}, at::kDouble)});
  const at::Tensor x = at::tensor({3.0F, 3.0F}).view({1, 2, 1});  // 1 and 2 as z-scores
  EXPECT_TRUE(at::equal(encode(encoder, x), at::tensor({5.5F, 10.5F}).view({1, 2})));
  EXPECT_THAT(python_encoder(encoder), HasSubstr("    ZScores(),\n    nn.Flatten(),\n"));
  EXPECT_THAT(onnx_encoder(encoder), HasSubstr("signals.deviation"));
}

TEST(ExportedModel, IsRefusedWhereItSaysOtherLayersThanItHas) {
  LinearModel model({{.kind = LayerKind::flatten}, linear, {.kind = LayerKind::relu}});
  model.set_origin({"lab", "model", "mine"});
  EXPECT_THAT(message_of([&] { exported_model(model, 2); }),
              HasSubstr("model lab/mine cannot be exported, since the layers that it says "
                        "(facet/layers.h) make another embedding than it does"));
}

TEST(ExportedModel, IsRefusedWhereItSaysNone) {
  toy::SumModel model({}, {2});
  EXPECT_THAT(message_of([&] { exported_model(model, 2); }),
              HasSubstr("cannot be exported, since it does not say which layers it consists of"));
}

TEST(ExportedModel, NamesTheParameterThatItDoesNotHave) {
  LinearModel model({{.kind = LayerKind::linear, .parameters = "net.0"}});
  EXPECT_THAT(message_of([&] { exported_model(model, 2); }), HasSubstr("net.0.weight"));
}

/// x(1:-1) beside every second bin of x, and what is filled up.
TEST(ExportedModel, IsWrittenInPythonLayerByLayer) {
  ExportedEncoder encoder;
  encoder.layers = {{.kind = LayerKind::sum,
                     .branches = {{{.kind = LayerKind::crop, .begin = 1, .end = 1}},
                                  {{.kind = LayerKind::every, .step = 2},
                                   {.kind = LayerKind::clip, .lowest = -1, .highest = 2}}}},
                    {.kind = LayerKind::channels, .begin = 0, .end = 1},
                    {.kind = LayerKind::fit, .end = 2}};
  const std::string text = python_encoder(encoder);
  EXPECT_THAT(text, HasSubstr(R"(    Sum(
        Apply(lambda x: x[..., 1:-1]),
        nn.Sequential(Apply(lambda x: x[..., ::2]), nn.Hardtanh(-1.0, 2.0)),
    ),
)"));
  EXPECT_THAT(text, HasSubstr("    Apply(lambda x: x[:, 0:1]),\n"));
  EXPECT_THAT(text, HasSubstr("pad(x.transpose(1, -1), (0, 2 - x.shape[1])).transpose(1, -1)"));
  EXPECT_THAT(text, HasSubstr("encoder(signals.unfold(0, left + right, 1))"));
  const at::Tensor x = at::arange(8, at::kFloat).view({1, 2, 4});
  const at::Tensor expected = at::tensor({1.0F, 4.0F, 0.0F, 0.0F}).view({1, 2, 2});
  EXPECT_TRUE(at::equal(encode(encoder, x), expected));
}

}  // namespace
}  // namespace facet
