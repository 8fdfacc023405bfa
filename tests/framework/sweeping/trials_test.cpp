#include "framework/sweeping/trials.h"

#include <gmock/gmock.h>

#include <set>

#include "framework/sweeping/sweep_folder.h"
#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

TEST(Trials, AreAllCombinationsOfTheGrid) {
  SweepQuestion question;
  question.grid = {"a=1,2", "b=x,y,z"};
  const Trials trials = make_trials(question);
  EXPECT_THAT(trials.keys, ElementsAre("a", "b"));
  EXPECT_THAT(trials.values,
              ElementsAre(ElementsAre("1", "x"), ElementsAre("1", "y"), ElementsAre("1", "z"),
                          ElementsAre("2", "x"), ElementsAre("2", "y"), ElementsAre("2", "z")));
  EXPECT_THAT(trials.assignments(4), ElementsAre("a=2", "b=y"));
}

TEST(Trials, OfRandomKeysAreTheSameAgainAndNoTwoAlike) {
  SweepQuestion question;
  question.grid = {"a=1,2"};
  question.random = {"b=0.0..1.0"};
  question.draws = 3;
  const Trials trials = make_trials(question);
  ASSERT_EQ(trials.values.size(), 6U);
  std::set<std::string> drawn;
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(trials.values[i][0], i < 3 ? "1" : "2");
    drawn.insert(trials.values[i][1]);
  }
  EXPECT_EQ(drawn.size(), 6U);
  EXPECT_EQ(make_trials(question).values, trials.values);
  question.seed = 1;
  EXPECT_NE(make_trials(question).values, trials.values);
}

TEST(Trials, OfMoreDrawsBeginWithThoseOfFewer) {
  SweepQuestion question;
  question.random = {"b=0.0..1.0", "c=1..1000"};
  question.draws = 2;
  const auto few = make_trials(question).values;
  question.draws = 5;
  const auto more = make_trials(question).values;
  EXPECT_EQ(few[1], more[1]);
}

TEST(Trials, AreRunWithEachSeed) {
  SweepQuestion question;
  question.grid = {"a=1,2"};
  question.seeds = 2;
  question.seed = 7;
  std::vector<std::string> names;
  for (const SweepRun& run : runs_of(question, make_trials(question)))
    names.push_back(to_string(run));
  EXPECT_THAT(names,
              ElementsAre("trial-0/seed-7", "trial-0/seed-8", "trial-1/seed-7", "trial-1/seed-8"));
}

TEST(Trials, AreRefusedWithAllThatIsWrong) {
  SweepQuestion question;
  EXPECT_EQ(message_of([&] { make_trials(question); }),
            "nothing is swept: give --grid KEY=VALUE,VALUE or --random KEY=LOW..HIGH");
  question.grid = {"a=1,2", "b"};
  question.random = {"a=0..1"};
  EXPECT_EQ(message_of([&] { make_trials(question); }),
            "--grid: 'b' is not KEY=VALUE,VALUE, such as training.batch_size=256,512\n"
            "--random: a is swept twice: give all its values at once");
  question = {};
  question.grid = {"a=1,2"};
  question.draws = 4;
  EXPECT_EQ(message_of([&] { make_trials(question); }),
            "--draws needs a key that is drawn: give --random KEY=LOW..HIGH");
  question.random = {"b=0..1"};
  question.draws = 50001;
  EXPECT_EQ(message_of([&] { make_trials(question); }),
            "there are more than 100000 trials: sweep fewer values");
}

TEST(Trials, AreNotOfWhatIsSetForAll) {
  SweepQuestion question;
  question.grid = {"model.num_units=4,8"};
  question.random = {"objective[0].loss=1..3"};
  question.set = {"model.num_output=3", "model.num_units=16", "objective.0.loss.temperature=2"};
  EXPECT_EQ(message_of([&] { make_trials(question); }),
            "--set: model.num_units is swept, so model.num_units=16 would be ignored\n"
            "--set: objective[0].loss is swept, so objective.0.loss.temperature=2 would be "
            "ignored");
  question.set = {"model.num_output=3", "objective=[]"};
  EXPECT_EQ(make_trials(question).values.size(), 2U);
}

}  // namespace
}  // namespace facet
