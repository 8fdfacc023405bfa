// Keys of [training] that may be written in more than one way, or have to fit the rest.
#include <gtest/gtest.h>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

TEST(ConfigSam, IsTrueOrATable) {
  const ConfigFile file(short_config);
  EXPECT_FALSE(file.read().training.sam.has_value());
  EXPECT_FALSE(file.read({"training.sam=false"}).training.sam.has_value());
  EXPECT_EQ(file.read({"training.sam=true"}).training.sam.value().rho, 0.05);
  EXPECT_EQ(file.read({"training.sam={rho=0.1}"}).training.sam.value().rho, 0.1);
  EXPECT_EQ(file.mistakes({"training.sam={rho=0.0}"}),
            "--set: training.sam.rho must be > 0, got 0.0");
  EXPECT_EQ(file.mistakes({"training.sam=1"}), "--set: training.sam must be a table, got 1");
}

TEST(ConfigLearningRate, IsOneScheduleOrAList) {
  const ConfigFile file(short_config);
  EXPECT_TRUE(file.read().training.learning_rate.empty());
  EXPECT_EQ(file.read({"training.learning_rate=Half"}).training.learning_rate.at(0).name, "Half");
  const auto two = file.read({"training.learning_rate=[\"Half\",{name=\"Half\"}]"});
  EXPECT_EQ(two.training.learning_rate.size(), 2U);
  EXPECT_EQ(file.mistakes({"training.learning_rate=[\"Half\",\"Haff\"]"}),
            "--set: training.learning_rate[1] names an unknown learning_rate 'Haff', did you mean "
            "'Half'?");
}

TEST(ConfigRegularizer, ChoosesItsObjectives) {
  const std::string chosen =
      "training.regularizer={name=\"Zero\",objectives=[1],weight=\"Rising\"}";
  const TrainingConfig training = ConfigFile(short_config).read({chosen}).training;
  EXPECT_EQ(training.regularizer->objectives, std::vector<std::int64_t>{1});
  EXPECT_EQ(training.regularizer->weight.name, "Rising");
  EXPECT_EQ(ConfigFile(short_config)
                .mistakes({"training.regularizer={name=\"Zero\",objectives="
                           "[0,2]}"}),
            "--set: training.regularizer.objectives[1] must be one of the 2 objectives, counted "
            "from 0, got 2");
}

TEST(ConfigRegularizer, HasTheDefaultSchedulerAsWeight) {
  const auto weight = [](const std::string& regularizer) {
    const ConfigFile file(short_config);
    return file.read({"training.regularizer=" + regularizer}).training.regularizer->weight.name;
  };
  EXPECT_EQ(weight("Zero"), "DefaultRising");
  EXPECT_EQ(weight("{name=\"Zero\"}"), "DefaultRising");
  EXPECT_EQ(weight("{name=\"Zero\",weight=\"Rising\"}"), "Rising");
  EXPECT_EQ(
      ConfigFile(short_config).mistakes({"training.regularizer={name=\"Zero\",weight=\"Risin\"}"}),
      "--set: training.regularizer.weight names an unknown scheduler 'Risin', did you mean "
      "'Rising' or 'DefaultRising'?");
}

TEST(ConfigTraining, IsTheSameWhenItIsWrittenAndReadAgain) {
  const ConfigFile file(short_config);
  const RunConfig config = file.read({"training.sam=true", "training.learning_rate=Half",
                                      "training.patience=3", "training.gradient_clip=0.5",
                                      "training.regularizer={name=\"Zero\",objectives=[1]}"});
  const Table written = write_run_config(config, file.registry());
  const RunConfig again = parse_run_config(written, file.path(), file.registry());
  EXPECT_EQ(write_run_config(again, file.registry()), written);
}

}  // namespace
}  // namespace facet::toy
