// What the names of solvers ask of the objectives.
#include <gtest/gtest.h>

#include "framework/config/toy_config.h"

namespace facet::toy {
namespace {

const std::string hybrid_config = R"([data]
file = "recording.npz"

[model]
name = "Sum"
num_output = 4

[[objective]]
slice = [0, 2]
loss = { name = "Spread", scale = 2.0 }
distribution = { name = "Near", label = "position" }

[[objective]]
slice = [0, 4]
loss = { name = "Spread", scale = 2.0 }
distribution = "Shift"

[training]
solver = "single-session-hybrid"
)";

std::string hybrid_mistakes(const std::string& from, const std::string& to) {
  return ConfigFile(changed(hybrid_config, from, to)).mistakes();
}

TEST(ConfigSolver, IsOneOfTheKnownNames) {
  EXPECT_EQ(ConfigFile(short_config).mistakes({"training.solver=adam"}),
            "--set: training.solver must be one of 'multiobjective-solver', "
            "'supervised-solver-xcebra', 'single-session', 'single-session-aux', "
            "'single-session-full', 'single-session-hybrid', 'multi-session', "
            "'multi-session-aux', 'unified', got \"adam\"");
}

TEST(ConfigSolver, OfSupervisedLossesTrainsThemAlone) {
  EXPECT_EQ(ConfigFile(short_config).mistakes({"training.solver=supervised-solver-xcebra"}),
            "run.toml:10:8: objective[0].loss 'Spread' is contrastive, and the solver "
            "'supervised-solver-xcebra' trains supervised losses alone");
}

TEST(ConfigSolver, OfASingleSessionHasOneContrastiveObjective) {
  EXPECT_EQ(ConfigFile(short_config).mistakes({"training.solver=single-session"}),
            "--set: training.solver 'single-session' has 1 objective, but there are 2\n"
            "run.toml:15:8: objective[1].loss 'Squares' is supervised, and the solver "
            "'single-session' trains contrastive losses alone");
  const std::string one = short_config.substr(0, short_config.rfind("[[objective]]"));
  EXPECT_EQ(ConfigFile(one).mistakes({"training.solver=single-session"}), "");
}

TEST(ConfigSolver, OfBehaviourAloneComparesLabels) {
  const std::string one = short_config.substr(0, short_config.rfind("[[objective]]"));
  EXPECT_EQ(ConfigFile(one).mistakes({"training.solver=single-session-aux"}),
            "run.toml:11:16: objective[0].distribution must use a label with the solver "
            "'single-session-aux', 'Shift' does not");
  const std::string labelled = one.substr(0, one.rfind("distribution")) +
                               "distribution = { name = \"Near\", label = \"position\" }\n";
  EXPECT_EQ(ConfigFile(labelled).mistakes({"training.solver=single-session-aux"}), "");
}

TEST(ConfigSolver, OfTheFullBatchHasNoOther) {
  const std::string one = short_config.substr(0, short_config.rfind("[[objective]]"));
  EXPECT_EQ(ConfigFile(one).mistakes({"training.solver=single-session-full"}),
            "--set: training.batch_size must be \"full\" with the solver 'single-session-full'");
  EXPECT_EQ(
      ConfigFile(one).mistakes({"training.solver=single-session-full", "training.batch_size=full"}),
      "");
}

TEST(ConfigSolver, OfHybridTrainingHasBehaviourOnASliceAndTimeOnAll) {
  EXPECT_EQ(ConfigFile(hybrid_config).mistakes(), "");
  EXPECT_EQ(hybrid_mistakes("distribution = \"Shift\"",
                            "distribution = { name = \"Near\", label "
                            "= \"speed\" }"),
            "run.toml:16:16: objective[1].distribution must be one of time with the solver "
            "'single-session-hybrid', 'Near' uses a label");
  EXPECT_EQ(hybrid_mistakes("{ name = \"Near\", label = \"position\" }", "\"Shift\""),
            "run.toml:11:16: objective[0].distribution must use a label with the solver "
            "'single-session-hybrid', 'Shift' does not");
  EXPECT_EQ(hybrid_mistakes("[0, 4]", "[2, 4]"),
            "run.toml:14:9: objective[1].slice must be the whole embedding, [0, 4], with the "
            "solver 'single-session-hybrid'");
}

TEST(ConfigSolver, OfHybridTrainingSharesOneCriterionAndDoesNotRenormalize) {
  const std::string last_loss = "scale = 2.0 }\ndistribution = \"Shift\"";
  EXPECT_EQ(hybrid_mistakes(last_loss, "scale = 3.0 }\ndistribution = \"Shift\""),
            "run.toml:15:8: objective[1].loss must be that of objective[0], options included: "
            "they share one criterion with the solver 'single-session-hybrid'");
  EXPECT_EQ(hybrid_mistakes("num_output = 4", "num_output = 4\nrenormalize = true"),
            "run.toml:7:15: model.renormalize must be false with the solver "
            "'single-session-hybrid'");
}

}  // namespace
}  // namespace facet::toy
