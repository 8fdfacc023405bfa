// A model with an option label_num has that many outputs behind its num_output.
#include <gtest/gtest.h>

#include <algorithm>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

class PredictingModel : public SumModel {
 public:
  struct Options {
    std::int64_t num_output = 2;
    std::int64_t label_num = 0;
    static void describe(OptionsDescription<Options>& options) {
      options.add("num_output", &Options::num_output, "features");
      options.add("label_num", &Options::label_num, "predictions");
    }
  };
  PredictingModel(const Options& options, const Arguments& arguments)
      : SumModel({options.num_output + options.label_num, 0}, arguments) {}
};

std::string mistakes_with_label_num(int label_num) {
  Registry registry = config_registry();
  registry.add("predicting", [](Registrar& registrar) {
    registrar.add<PredictingModel>("Predicting", "features and predictions");
  });
  const std::string text = changed(
      changed(short_config, "\"Sum\"", "\"Predicting\"\nlabel_num = " + std::to_string(label_num)),
      "[2, 4]", "[4, 7]");
  const ConfigFile file(text);
  const std::string message = message_of([&] { read_run_config(file.path(), {}, registry); });
  return message.substr(std::min(message.size(), message.find("objective")));
}

TEST(PredictedOutputs, CountBehindNumOutput) {
  EXPECT_EQ(mistakes_with_label_num(3), "");
  EXPECT_EQ(
      mistakes_with_label_num(2),
      "objective[1].slice must lie within the 6 outputs of the model (num_output), got [4, 7]");
}

}  // namespace
}  // namespace facet::toy
