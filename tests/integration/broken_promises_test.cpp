// What a component's header promises is held against what it does, in every run: with the
// component, the key and the step, and what was learned until then saved.
#include "integration/mistaken_run.h"

namespace facet {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class BrokenPromises : public MistakenRun {
 protected:
  /// The mistake is told as `what` by a run that ends before its first step is done.
  void expect_told(const std::vector<std::string>& settings, const std::string& what) const {
    std::filesystem::remove_all(folder() + "/run");
    const ProgramResult trained = train(settings);
    EXPECT_NE(trained.exit_code, 0) << settings[0];
    EXPECT_THAT(last_line(trained.errors), HasSubstr(what)) << settings[0];
    EXPECT_THAT(trained.errors, testing::Not(HasSubstr("frame #")));
  }
};

TEST_F(BrokenPromises, OfALossAreToldWithWhatWasLearnedSaved) {
  const ProgramResult trained = train({mistaken("objective[0].loss", "Loss", "rows", 8)});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_EQ(trained.output, "");
  EXPECT_EQ(trained.errors,
            "facet: objective[0].loss: criterion mistaken/Loss, in forward() of step 8: the total "
            "is of shape 32, promised is a scalar, such as .mean() gives; what was learned in the "
            "7 steps before is saved in run\n");
  EXPECT_EQ(steps_in(), 7);
  EXPECT_EQ(record()["steps"], 7);
  EXPECT_EQ(record()["interrupted"], true);
  EXPECT_TRUE(exists("run/embedding.npz"));

  // The mistake was in the eighth call: what is left is less.
  ASSERT_EQ(facet({"train", "run", "--resume", "-q"}).exit_code, 0);
  ASSERT_EQ(train({mistaken("objective[0].loss", "Loss", "rows", 1000)}, "whole").exit_code, 0);
  EXPECT_EQ(read("run/history.csv"), read("whole/history.csv"));
  EXPECT_EQ(read("run/model.npz"), read("whole/model.npz"));
}

TEST_F(BrokenPromises, OfALossAreLookedAtByShapeAndTypeAlone) {
  const auto expect = [&](const std::string& does, const std::string& what) {
    expect_told({mistaken("objective[0].loss", "Loss", does)},
                "objective[0].loss: criterion mistaken/Loss, in " + what);
  };
  expect("one_row", "forward() of step 1: the total is of shape 1, promised is a scalar");
  expect("nothing_returned", "forward() of step 1: the total is an undefined tensor");
  expect("no_uniformity", "forward() of step 1: the uniformity is an undefined tensor");
  expect("detached", "forward() of step 1: the total has no gradient");
  expect("leaf", "forward() of step 1: the total has no gradient");
  expect("constant", "forward() of step 1: the total has no gradient");
  expect("grad_mode", "forward() of step 1: the total has no gradient");
  expect("double",
         "forward() of step 1: the total is Double on cpu, promised is Float on cpu, as what it "
         "was computed from");
  expect("in_place", "forward() of step 1: it wrote into a tensor that it was given");
  expect("fresh_state", "state(): 'scale' is another tensor each time");
  expect("second_state", "state(): 'scale' is another tensor each time");
  expect("state_twice", "state(): 'scale' is there twice");
  expect("comma_in_quantity", "quantities(): 'a,b' cannot be a column of history.csv");
  expect("quantity_of_the_engine", "quantities(): 'loss' is a column of history.csv already");
  expect("quantity_twice", "quantities(): 'scale' is a column of history.csv already");
  expect("three_bounds", "quantities(): whether 'scale' is at its bound is not a single value");
}

TEST_F(BrokenPromises, AreFoundByTheCheckWhereTheFirstBatchShowsThem) {
  const auto expect = [&](const std::string& setting, const std::string& what) {
    const ProgramResult checked =
        facet({"check", "run.toml", "--set",
               std::string("plugins.path=[\"") + MISTAKEN_FOLDER + "\"]", "--set", setting});
    EXPECT_EQ(checked.exit_code, 2) << setting;
    EXPECT_THAT(last_line(checked.errors),
                HasSubstr("the first batch cannot be trained on: " + what));
  };
  const std::string loss = "objective[0].loss: criterion mistaken/Loss, in forward(): ";
  for (const std::string does : {"detached", "leaf", "constant", "grad_mode"})
    expect(mistaken("objective[0].loss", "Loss", does, 0), loss + "the total has no gradient");
  expect(mistaken("objective[0].loss", "Loss", "rows", 0), loss + "the total is of shape 32");
  expect(mistaken("objective[0].loss", "Loss", "nan", 0),
         "the loss of objective[0].loss (criterion mistaken/Loss) is not finite: ");
  const std::string model = "model: model mistaken/line, in forward(): ";
  for (const std::string does : {"detached", "leaf"})
    expect(mistaken("model", "line", does, 0), model + "the embedding has no gradient");
  expect(mistaken("model", "line", "nan", 0),
         "the loss of objective[0].loss (criterion core/LearnableEuclideanInfoNCE) is not finite, "
         "nor is the embedding that model (model mistaken/line) gave it, although its parameters "
         "were: ");
}

TEST_F(BrokenPromises, OfASupervisedLoss) {
  const auto expect = [&](const std::string& does, const std::string& what) {
    expect_told({mistaken("objective[1].loss", "Squares", does)},
                "objective[1].loss: criterion mistaken/Squares, in forward() of step 1: " + what);
  };
  expect("rows", "the loss is of shape 32, promised is a scalar");
  expect("in_place", "it wrote into a tensor that it was given");
}

TEST_F(BrokenPromises, OfADistribution) {
  const auto expect = [&](const std::string& does, const std::string& what) {
    expect_told({mistaken("objective[0].distribution", "pairs", does)}, what);
  };
  const std::string sample =
      "objective[0].distribution: distribution mistaken/pairs, in sample(): ";
  expect("negative", sample + "it drew bin -1 among the positives");
  expect("beyond", sample + "it drew bin 1000000 among the positives");
  expect("held_out", sample + "it drew bin 390 among the positives");
  expect("one_less", sample + "it drew 31 positives, promised are 32");
  expect("one_more", sample + "it drew 33 positives, promised are 32");
  expect("held_out_references",
         "distribution mistaken/pairs, in references(): 80 of its 400 references are not among");
  expect("references_beyond", "in references(): 99680 of its 100000 references are not among");
  expect("write", sample + "it wrote into a tensor that it was given");
  expect("write_when_made", "in its constructor: it wrote into a tensor that it was given");
}

// The first thirteen calls are those that look at what can be learned, and at the first batch.
TEST_F(BrokenPromises, OfADistributionAreToldWithTheStepThatWasDrawnFor) {
  const ProgramResult trained =
      train({mistaken("objective[0].distribution", "pairs", "beyond", 21)});
  EXPECT_EQ(trained.exit_code, 1);
  EXPECT_THAT(last_line(trained.errors),
              HasSubstr("distribution mistaken/pairs, in sample() of step 8: it drew bin 1000000"));
  EXPECT_EQ(steps_in(), 7);
}

TEST_F(BrokenPromises, OfAPrior) {
  expect_told({mistaken("training.prior", "draw", "one_less")},
              "prior mistaken/draw, in sample(): it drew 31 references or negatives, promised are "
              "32");
  expect_told(
      {mistaken("training.prior", "draw", "held_out")},
      "prior mistaken/draw, in sample(): it drew bin 390 among the references or negatives");
}

TEST_F(BrokenPromises, OfAModel) {
  const auto expect = [&](const std::string& does, const std::string& what) {
    expect_told({mistaken("model", "line", does)}, what);
  };
  const std::string forward = "model: model mistaken/line, in forward() of step 1: ";
  expect("nothing_returned", forward + "the embedding is an undefined tensor");
  expect("narrow", forward + "the embedding is of shape ");
  expect("short", forward + "the embedding is of shape 1 x 4, promised is ");
  expect("three_dimensions", forward + "the embedding is of shape ");
  expect("convolutional",
         "model: model mistaken/line, in forward(): the embedding is of shape 1 x 4, promised is 1 "
         "x 4 x 32");
  expect("reversed",
         "model cannot be used: it says that it is convolutional, but encodes bins otherwise in "
         "one long pass than each from its own window, by up to ");
  expect("unregistered", "model cannot be used: it has no parameter to train: is each of its ");
  expect("late_parameter",
         "model cannot be used: in forward() it made a parameter that it had not ");
  expect("detached", forward + "the embedding has no gradient");
  expect("leaf", forward + "the embedding has no gradient");
  expect("in_place", forward + "it wrote into a tensor that it was given");
  expect("double", forward + "the embedding is Double on cpu, promised is Float on cpu");
  expect_told({mistaken("model", "line", "other_width"), "model.renormalize=true"},
              "model cannot be used: the slices cannot be renormalized: the last one is 2:4, but "
              "the model has 12 outputs");
  expect("offset_negative", "its offset is {-1, 2}");
  expect("offset_empty", "its offset is {0, 0}");
}

TEST_F(BrokenPromises, OfAnObserver) {
  expect_told(
      {"output.observers=[{ name = \"mistaken/watch\", does = \"write\" }]"},
      "output.observers: observer mistaken/watch, in on_step(): it wrote into a tensor that "
      "it was given");
}

TEST_F(BrokenPromises, OfAnOptimizer) {
  expect_told(
      {mistaken("training.optimizer", "Descent", "never")},
      "training.optimizer: optimizer mistaken/Descent, in step() of step 1: it did not call "
      "what it was given");
  expect_told({mistaken("training.optimizer", "Descent", "state_int")},
              "training.optimizer: optimizer mistaken/Descent, in state()");
}

// A locale in which a thousand is 1.000, and another rounding, would change what is computed later.
TEST_F(BrokenPromises, OfWhatIsLeftBehindChangeNothing) {
  ASSERT_EQ(train({mistaken("objective[0].loss", "Loss", "nothing")}, "right").exit_code, 0);
  for (const std::string does : {"locale", "rounding", "default_type"}) {
    std::filesystem::remove_all(folder() + "/run");
    ASSERT_EQ(train({mistaken("objective[0].loss", "Loss", does, 3)}).exit_code, 0);
    for (const std::string file : {"history.csv", "validation.csv", "checkpoint.npz"})
      EXPECT_EQ(read("run/" + file), read("right/" + file)) << does;
  }
}

TEST_F(BrokenPromises, OfWhatIsLeftBehindByALibraryChangeNothing) {
  const std::vector<std::string> weighted = {"training.loss_weight=\"at_load/ones\"",
                                             "training.steps=1100"};
  ASSERT_EQ(train(weighted, "right").exit_code, 0);
  for (const char* when : {"MISTAKE_AT_LOAD", "MISTAKE_AT_REGISTRATION"}) {
    std::filesystem::remove_all(folder() + "/run");
    ::setenv(when, "locale", 1);
    ASSERT_EQ(train(weighted).exit_code, 0);
    ::unsetenv(when);
    EXPECT_EQ(read("run/history.csv"), read("right/history.csv")) << when;
  }
}

TEST_F(BrokenPromises, OfWeightsAndRates) {
  const std::string weights =
      "training.loss_weight: scheduler mistaken/weights, in weights() of step 1: ";
  const std::string rate =
      "training.learning_rate: learning_rate mistaken/rate, in factor() of step 1: ";
  expect_told({mistaken("training.loss_weight", "weights", "nan")},
              weights + "it gave a weight of nan");
  expect_told({mistaken("training.loss_weight", "weights", "one_more")},
              weights + "it gave 3 weights, promised is one for each of the 2 objectives");
  expect_told({mistaken("training.learning_rate", "rate", "nan")},
              rate + "it gave a factor of nan");
  expect_told({mistaken("training.learning_rate", "rate", "negative")},
              rate + "it gave a factor of -1.0");
}

TEST_F(BrokenPromises, OfAMask) {
  const auto expect = [&](const std::string& does, const std::string& what) {
    expect_told({"data.masks=[{ name = \"mistaken/Cover\", does = \"" + does + "\" }]"},
                "data.masks: mask mistaken/Cover, in keep() of step 1: what is kept is " + what);
  };
  expect("nothing_returned", "an undefined tensor");
  expect("double", "Double on cpu, promised is float32 on the CPU");
  expect("other_shape", "of shape 3 x 3 x 3, promised is one that broadcasts to ");
  expect("four_dimensions", "of shape 2 x 1 x 1 x 1, promised is one that broadcasts to ");
  expect_told({"data.masks=[{ name = \"mistaken/Cover\", does = \"nan\" }]"},
              "in keep() of step 1: what is kept has values that are not finite");
}

TEST_F(BrokenPromises, OfARegularizer) {
  const auto expect = [&](const std::string& does, const std::string& what) {
    expect_told({"training.regularizer={ name = \"mistaken/Fine\", does = \"" + does +
                 "\", weight = { name = \"constant-weight\", initial_weights = [0.1, 0.1] } }"},
                "training.regularizer: regularizer mistaken/Fine, in penalty() of step 1: " + what);
  };
  expect("rows", "the penalty is of shape 32, promised is a scalar");
  expect("detached", "the penalty has no gradient");
}

}  // namespace
}  // namespace facet
