// Who makes observers, and what they are told; and what a command needs of the plugins.
#include <boost/algorithm/string/replace.hpp>
#include <fstream>

#include "integration/mistaken_run.h"

namespace facet {
namespace {

using testing::HasSubstr;

class WatchedRun : public MistakenRun {
 protected:
  std::string watch() const {
    return "output.observers=[{ name = \"mistaken/watch\", log = \"" + log() + "\" }]";
  }
  std::string log() const { return folder() + "/told.txt"; }
  /// The run's folder as on another computer, which has not the plugin.
  void lose_the_plugin() const {
    for (const char* file : {"run/config.toml", "run/run.json"}) {
      std::string text = read(file);
      ASSERT_NE(text.find(MISTAKEN_FOLDER), std::string::npos) << file;
      boost::algorithm::replace_all(text, MISTAKEN_FOLDER, "/no/folder");
      write_text(folder() + "/" + file, text);
    }
  }
  std::string told() const { return exists("told.txt") ? read_text(log()) : ""; }
};

TEST_F(WatchedRun, IsToldToItsObserverFromBeginToEnd) {
  ASSERT_EQ(train({watch(), "training.steps=3", "training.checkpoint_frequency=2"}).exit_code, 0);
  EXPECT_EQ(told(),
            "made \nbegin run 0 3\nstep 1\nstep 2\ncheckpoint 2\nstep 3\nvalidation 3\ncheckpoint "
            "3\nend \n");
}

TEST_F(WatchedRun, TellsThatItGoesOn) {
  ASSERT_EQ(train({watch(), "training.steps=2"}).exit_code, 0);
  std::filesystem::remove(log());
  ASSERT_EQ(facet({"train", "run", "--resume", "-q", "--set", "training.steps=3"}).exit_code, 0);
  EXPECT_EQ(told(), "made \nbegin run 2 3\nstep 3\nvalidation 3\ncheckpoint 3\nend \n");
}

TEST_F(WatchedRun, TellsTheEndAlsoWhereItFailed) {
  EXPECT_EQ(train({watch(), mistaken("objective[0].loss", "Loss", "int", 2)}).exit_code, 1);
  EXPECT_EQ(told(), "made \nbegin run 0 12\nstep 1\ncheckpoint 1\nend \n");
}

TEST_F(WatchedRun, OfEachSeedHasAnObserverOfItsOwn) {
  std::vector<std::string> words = {"train", "run.toml", "--out", "runs", "-q", "--seeds", "2"};
  add_settings(words, {std::string("plugins.path=[\"") + MISTAKEN_FOLDER + "\"]", watch(),
                       "training.steps=1"});
  const ProgramResult trained = facet(words);
  ASSERT_EQ(trained.exit_code, 0) << trained.errors;
  EXPECT_EQ(told(),
            "made \nbegin runs/seed-0 0 1\nstep 1\nvalidation 1\ncheckpoint 1\nend \n"
            "made \nbegin runs/seed-1 0 1\nstep 1\nvalidation 1\ncheckpoint 1\nend \n");
}

TEST_F(WatchedRun, IsCheckedEvaluatedAndUsedWithoutOne) {
  ASSERT_EQ(train({watch()}).exit_code, 0);
  std::filesystem::remove(log());
  std::vector<std::string> check = {"check", "run/config.toml"};
  for (const auto& words : {check, std::vector<std::string>{"evaluate", "run"},
                            std::vector<std::string>{"attribute", "run"},
                            std::vector<std::string>{"embed", "run", "recording.npz"}}) {
    const ProgramResult done = facet(words);
    EXPECT_EQ(done.exit_code, 0) << words[0] << done.errors;
    EXPECT_EQ(told(), "") << words[0];
  }
}

TEST_F(WatchedRun, IsEmbeddedByTheModelsPluginAlone) {
  ASSERT_EQ(train({watch(), mistaken("objective[0].loss", "Loss", "nothing"),
                   mistaken("objective[0].distribution", "pairs", "nothing"),
                   mistaken("training.optimizer", "Descent", "nothing"),
                   mistaken("training.loss_weight", "weights", "nothing")})
                .exit_code,
            0);
  lose_the_plugin();
  const ProgramResult embedded = facet({"embed", "run", "recording.npz"});
  EXPECT_EQ(embedded.exit_code, 0) << embedded.errors;
  EXPECT_EQ(facet({"evaluate", "run"}).exit_code, 2);
}

TEST_F(WatchedRun, IsNotEmbeddedWithoutTheModelsPlugin) {
  ASSERT_EQ(train({mistaken("model", "line", "nothing")}).exit_code, 0);
  lose_the_plugin();
  const ProgramResult embedded = facet({"embed", "run", "recording.npz"});
  EXPECT_EQ(embedded.exit_code, 2);
  EXPECT_THAT(embedded.errors, HasSubstr("model names an unknown model 'mistaken/line'"));
}

}  // namespace
}  // namespace facet
