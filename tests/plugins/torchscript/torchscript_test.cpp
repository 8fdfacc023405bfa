#include <ATen/Context.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>
#include <torch/csrc/jit/api/module.h>

#include <fstream>

#include "facet/model.h"
#include "facet/random.h"
#include "facet/stateful.h"
#include "framework/run_folder/model_file.h"
#include "plugins/built_plugins.h"
#include "temporary_folder.h"

namespace facet {
namespace {

constexpr const char* sum_of_bins = "return torch.mm(torch.sum(x, 2), self.inner.weight)";

const std::string cannot_be_used = "model 'torchscript' cannot be used: ";

/// A TorchScript file with one parameter, inner.weight, of 3 neurons x 2 outputs.
class Script {
 public:
  explicit Script(const std::string& body, bool trained = true) {
    torch::jit::Module inner("Inner"), module("Encoder");
    inner.register_parameter(
        "weight",
        at::tensor({1.F, 2.F, 3.F, 4.F, 5.F, 6.F}).view({3, 2}).set_requires_grad(trained), false);
    module.register_module("inner", inner);
    module.register_attribute("training", c10::BoolType::get(), true);
    module.define("def forward(self, x):\n  " + body + "\n");
    module.save(path());
  }
  std::string path() const { return folder_.path() + "/encoder.pt"; }
  std::shared_ptr<Model> model(std::int64_t neurons = 3) const {
    return make<Model>("torchscript", {{"path", path()}, {"left", 2}, {"right", 3}}, {neurons});
  }
  /// What is wrong with it, behind its path.
  std::string mistake(std::int64_t neurons = 3) const {
    const std::string message = error_of([&] { model(neurons); });
    const std::string prefix = cannot_be_used + path();
    return message.starts_with(prefix) ? message.substr(prefix.size()) : message;
  }

 private:
  TemporaryFolder folder_;
};

TEST(TorchScript, IsAModelWhoseOutputsAreFoundByEncoding) {
  const Script script(sum_of_bins);
  const auto model = script.model();
  EXPECT_EQ(model->num_output(), 2);
  EXPECT_EQ(model->offset(), (Offset{2, 3}));
  EXPECT_FALSE(model->convolutional());
  EXPECT_FALSE(model->normalized());
  // 5 (1 + 3 + 5), 5 (2 + 4 + 6)
  EXPECT_TRUE(
      at::equal(model->forward(at::ones({1, 3, 5})), at::tensor({45.F, 60.F}).view({1, 2})));
}

TEST(TorchScript, SeesThatEveryOutputHasUnitLength) {
  const Script script(
      "y = torch.mm(torch.sum(x, 2), self.inner.weight)\n  return y / torch.norm(y, 2, 1, True)");
  EXPECT_TRUE(script.model()->normalized());
}

TEST(TorchScript, HasItsParametersTrainedUnderTheirNames) {
  const auto model = Script(sum_of_bins).model();
  const auto parameters = model->named_parameters();
  ASSERT_EQ(parameters.keys(), std::vector<std::string>{"inner.weight"});
  const at::Tensor weight = parameters["inner.weight"];
  model->forward(at::ones({1, 3, 5})).sum().backward();
  EXPECT_TRUE(at::equal(weight.grad(), 5 * at::ones({3, 2})));
  const at::NoGradGuard no_gradient;
  weight.zero_();
  EXPECT_EQ(model->forward(at::ones({1, 3, 5})).abs().sum().item<double>(), 0);
}

TEST(TorchScript, StateSurvivesSavingAndLoading) {
  const Script script(sum_of_bins);
  const auto saved = script.model(), loaded = script.model();
  {
    const at::NoGradGuard no_gradient;
    saved->parameters()[0].fill_(7);
  }
  const TemporaryFolder folder;
  save_model(folder.path() + "/model.npz", model_state(*saved), Stateful(), {3});
  load_model(folder.path() + "/model.npz", model_state(*loaded));
  EXPECT_TRUE(
      at::equal(loaded->forward(at::ones({1, 3, 5})), at::tensor({105.F, 105.F}).view({1, 2})));
}

TEST(TorchScript, DropsTheSameInTheSameStepAndNothingInEvaluation) {
  const auto model =
      Script(
          "return torch.mm(torch.sum(torch.dropout(x, 0.5, self.training), 2), self.inner.weight)")
          .model();
  const auto output_at = [&](std::uint64_t step) {
    model->set_random(Random(0, "model", step));
    return model->forward(at::ones({8, 3, 5}));
  };
  const at::Tensor first = output_at(0);
  EXPECT_FALSE(at::equal(output_at(1), first));
  EXPECT_TRUE(at::equal(output_at(0), first));
  model->eval();
  EXPECT_TRUE(
      at::equal(model->forward(at::ones({1, 3, 5})), at::tensor({45.F, 60.F}).view({1, 2})));
}

TEST(TorchScript, MistakesNameTheFile) {
  EXPECT_EQ(Script("return x").mistake(),
            ": must give windows x outputs, but makes 2 x 3 x 5 of 2 x 3 x 5 (windows x neurons x "
            "bins)");
  EXPECT_EQ(
      Script("return torch.sum(x, 0)").mistake(),
      ": must give windows x outputs, but makes 3 x 5 of 2 x 3 x 5 (windows x neurons x bins)");
  EXPECT_EQ(Script("return (x, x)").mistake(),
            ": must give windows x outputs, but makes a Tuple of 2 x 3 x 5 (windows x neurons x "
            "bins)");
  EXPECT_EQ(Script(sum_of_bins).mistake(4),
            ": cannot encode 2 x 4 x 5 (windows x neurons x bins): RuntimeError: mat1 and mat2 "
            "shapes cannot be multiplied (2x4 and 3x2)");
  EXPECT_EQ(Script(sum_of_bins, false).mistake(),
            ": has no parameters that require a gradient, so nothing to train (a frozen script has "
            "none)");
}

TEST(TorchScript, FilesThatAreNotThereOrNoneAreErrors) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/encoder.pt";
  const auto mistake = [&] {
    return error_of([&] { make<Model>("torchscript", {{"path", path}}, {3}); });
  };
  EXPECT_EQ(mistake(), cannot_be_used + path + ": there is no such file");
  std::ofstream(path) << "no archive";
  EXPECT_THAT(mistake(), testing::StartsWith(cannot_be_used + path +
                                             ": is not a TorchScript file that can be read: "));
  EXPECT_EQ(error_of([] { make<Model>("torchscript", {}, {3}); }),
            "path is missing: the file; relative to the config file");
}

}  // namespace
}  // namespace facet
