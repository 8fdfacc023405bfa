// What is wrong with a config is told with its place, its key and what would be right.
#include <gtest/gtest.h>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

TEST(ConfigMistakes, NoneInARightConfig) {
  EXPECT_EQ(ConfigFile(short_config).mistakes(), "");
}

TEST(ConfigMistakes, UnknownKeyIsToldWithTheNearestOne) {
  EXPECT_EQ(mistakes_with("num_output", "num_outputs"),
            "run.toml:6:15: model.num_outputs is not known, did you mean 'num_output'?\n"
            "run.toml:14:9: objective[1].slice must lie within the 2 outputs of the model "
            "(num_output), got [2, 4]");
  EXPECT_EQ(mistakes_with("shift =", "shfit ="),
            "run.toml:11:42: objective[0].distribution.shfit is not known, did you mean 'shift'?");
  EXPECT_EQ(mistakes_with("[model]", "[train]\nsteps = 5\n[model]"),
            "run.toml:4:1: train is not known, did you mean 'training'?");
}

TEST(ConfigMistakes, ParametersOfCebraAreAnsweredWithTheirKeys) {
  EXPECT_EQ(mistakes_with("[model]", "[training]\nmax_iterations = 5\n[model]"),
            "run.toml:5:18: training.max_iterations is not known; CEBRA's parameter is here "
            "training.steps");
  EXPECT_EQ(mistakes_with("num_output = 4", "num_output = 4\nnum_hidden_units = 3"),
            "run.toml:7:20: model.num_hidden_units is not known; CEBRA's parameter is here "
            "model.num_units");
  EXPECT_EQ(mistakes_with("[model]", "temperature = 0.1\n[model]")
                    .find("; CEBRA's parameter is "
                          "here "
                          "objective[0].loss."
                          "temperature") != std::string::npos,
            true);
}

TEST(ConfigMistakes, KeysThatAreNoBareWordsAreQuoted) {
  EXPECT_EQ(mistakes_with("[model]", "[training]\n\"a.b [0]\" = 5\n\"\" = 1\n[model]"),
            "run.toml:5:13: training.\"a.b [0]\" is not known\n"
            "run.toml:6:6: training.\"\" is not known");
}

TEST(ConfigMistakes, WrongTypeAndOutOfBound) {
  EXPECT_EQ(mistakes_with("shift = 3", "shift = 3.5"),
            "run.toml:11:42: objective[0].distribution.shift must be an integer, got 3.5");
  EXPECT_EQ(mistakes_with("\"Spread\"", "{ name = \"Spread\", scale = -1 }"),
            "run.toml:10:35: objective[0].loss.scale must be > 0, got -1");
  EXPECT_EQ(mistakes_with("[model]", "[training]\nsteps = \"many\"\nbatch_size = 0\n[model]"),
            "run.toml:5:9: training.steps must be an integer, got \"many\"\n"
            "run.toml:6:14: training.batch_size must be >= 1 and <= 10000000 or 'full', got 0");
}

TEST(ConfigMistakes, TheEnginesKeysBesideAComponentsOwn) {
  EXPECT_EQ(mistakes_with("num_output = 4", "num_output = 4\nrenormalize = 1\nadapt = { rum = 2 }"),
            "run.toml:7:15: model.renormalize must be true or false, got 1\n"
            "run.toml:8:9: model.adapt.run is missing: the folder of the run\n"
            "run.toml:8:17: model.adapt.rum is not known, did you mean 'run'?");
}

TEST(ConfigMistakes, AnEmptyNameIsNone) {
  EXPECT_EQ(mistakes_with("\"Spread\"", "\"\""),
            "run.toml:10:8: objective[0].loss must be the name of a criterion or a table with "
            "`name`, got \"\"");
  EXPECT_EQ(mistakes_with("\"Sum\"", "\"\""),
            "run.toml:5:8: model.name must be the name of a model, got \"\"\n"
            "run.toml:14:9: objective[1].slice must lie within the 2 outputs of the model "
            "(num_output), got [2, 4]");
}

TEST(ConfigMistakes, OverridesAreNamedAsTheirPlace) {
  EXPECT_EQ(ConfigFile(short_config).mistakes({"training.steps=0", "model.num_output=3"}),
            "--set: training.steps must be >= 1 and <= 1000000000, got 0\n"
            "run.toml:14:9: objective[1].slice must lie within the 3 outputs of the model "
            "(num_output), got [2, 4]");
}

TEST(ConfigMistakes, UnknownNameIsToldWithNearOnes) {
  EXPECT_EQ(mistakes_with("loss = \"Spread\"", "loss = \"Sprad\""),
            "run.toml:10:8: objective[0].loss names an unknown criterion 'Sprad', did you mean "
            "'Spread'?");
}

TEST(ConfigMistakes, AmbiguousNameListsTheQualifiedOnes) {
  Registry registry = config_registry();
  registry.add(
      "lab", [](Registrar& registrar) { registrar.add<Spread>("Spread", "another of that name"); });
  const ConfigFile file(short_config);
  EXPECT_EQ(message_of([&] { read_run_config(file.path(), {}, registry); }),
            file.path() +
                ":10:8: objective[0].loss names an ambiguous criterion 'Spread': write "
                "'toy/Spread' or 'lab/Spread'");
  EXPECT_EQ(read_run_config(file.path(), {"objective[0].loss=lab/Spread"}, registry)
                .objective[0]
                .loss.name,
            "lab/Spread");
}

TEST(ConfigMistakes, KeysThatAreRequired) {
  EXPECT_EQ(ConfigFile("[model]\nname = \"Sum\"\n").mistakes(),
            "run.toml: data is missing: what is read and what of it is trained on\n"
            "run.toml: objective is missing: at least one [[objective]] with a slice, a loss and a "
            "distribution (or a target)");
  EXPECT_EQ(mistakes_with("loss = \"Spread\"\n", ""),
            "run.toml:8:1: objective[0].loss is missing: the criterion");
  EXPECT_EQ(mistakes_with("name = \"Shift\", ", ""),
            "run.toml:11:16: objective[0].distribution.name is missing: the name of a "
            "distribution");
}

TEST(ConfigMistakes, SevenAreReportedAtOnceInTheFilesOrder) {
  EXPECT_EQ(ConfigFile(R"([data]
file = "absent.npz"
validation = 1.5

[model]
name = "Summ"

[[objective]]
slice = [3, 3]
loss = { name = "Spread", scale = "big" }
distribution = { name = "Shift", sift = 3 }

[training]
device = "gpu"
)")
                .mistakes(),
            "run.toml:2:8: data.file 'absent.npz' does not exist\n"
            "run.toml:3:14: data.validation must be > 0 and < 1, got 1.5\n"
            "run.toml:6:8: model names an unknown model 'Summ', did you mean 'Sum'?\n"
            "run.toml:9:9: objective[0].slice must not be empty, so begin < end, got [3, 3]\n"
            "run.toml:10:35: objective[0].loss.scale must be a number, got \"big\"\n"
            "run.toml:11:41: objective[0].distribution.sift is not known, did you mean 'shift'?\n"
            "run.toml:14:10: training.device must be auto, cpu, cuda or cuda:N, got \"gpu\"");
}

}  // namespace
}  // namespace facet::toy
