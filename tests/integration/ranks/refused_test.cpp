// What several ranks cannot train as one does is refused.
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/linear.h>

#include "facet/plugin.h"
#include "facet/stochastic.h"
#include "message_of.h"
#include "rank_run.h"

namespace facet {
namespace {

using namespace rank_run;  // NOLINT
using testing::HasSubstr;

/// Its output depends on the windows beside it, or on numbers drawn in the order of its calls.
class OddModel : public Model, public Stochastic {
 public:
  struct Options {
    bool statistics = false;
    static void describe(OptionsDescription<Options>& options) {
      options.add("statistics", &Options::statistics, "of the batch");
    }
  };
  OddModel(const Options& options, const Arguments& arguments)
      : statistics_(options.statistics),
        linear_(register_module("linear", torch::nn::Linear(arguments.num_neurons, 4))),
        norm_(register_module("norm", torch::nn::BatchNorm1d(4))) {}
  at::Tensor forward(const at::Tensor& windows) override {
    const at::Tensor output = linear_->forward(windows.squeeze(2));
    if (statistics_) return norm_->forward(output);
    return is_training() ? output + at::rand(output.sizes(), random_.generator()) : output;
  }
  void draw_from(const Random& random) override { random_ = random; }
  Offset offset() const override { return {0, 1}; }
  std::int64_t num_output() const override { return 4; }

 private:
  const bool statistics_;
  Random random_{0};
  torch::nn::Linear linear_;
  torch::nn::BatchNorm1d norm_;
};

/// Its penalty is no mean over the windows.
class OddRegularizer : public Regularizer {
 public:
  struct Options {
    static void describe(OptionsDescription<Options>&) {}
  };
  explicit OddRegularizer(const Options&) {}
  at::Tensor penalty(const at::Tensor&, const at::Tensor& output, Random&) const override {
    return output.square().sum();
  }
};

/// What one of two ranks says of a config; only one is there, since nothing is done together yet.
std::string refused(const std::string& text) {
  const auto registry = open_registry();
  registry->add("odd", [](Registrar& registrar) {
    registrar.add<OddModel>("Odd", "a model of this test");
    registrar.add<OddRegularizer>("OddRegularizer", "a regularizer of this test");
  });
  return message_of([&] {
    assembled(text, *registry,
              std::make_shared<testing_ranks::ThreadRank>(
                  std::make_shared<testing_ranks::ThreadGroup>(2), 1));
  });
}

std::string with_model(const std::string& model) {
  const std::string own = "{ name = \"offset10-model\", num_units = 8, num_output = 4 }";
  std::string text = with_training() + one_file + label_objective;
  return text.replace(text.find(own), own.size(), model);
}

TEST(SeveralRanks, RefuseAModelWithStatisticsOfTheBatch) {
  EXPECT_THAT(refused(with_model("{ name = \"Odd\", statistics = true }")),
              AllOf(HasSubstr("model cannot be trained by several ranks as by one"),
                    HasSubstr("batch statistics")));
}

TEST(SeveralRanks, RefuseAModelThatDrawsForTheWindowsItSees) {
  EXPECT_THAT(refused(with_model("{ name = \"Odd\" }")), HasSubstr("Random::uniform_rows"));
}

TEST(SeveralRanks, RefuseAPenaltyThatIsNoMean) {
  EXPECT_THAT(refused(with_training("regularizer = { name = \"OddRegularizer\" }") + one_file +
                      label_objective),
              HasSubstr("training.regularizer cannot be used by several ranks as by one"));
}

}  // namespace
}  // namespace facet
