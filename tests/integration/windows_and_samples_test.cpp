// What a run could not learn from: sessions without a window, samples that tell nothing. `check`
// and `train` say the same.
#include <ATen/Functions.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "facet/npz.h"
#include "integration/two_sessions.h"
#include "run_program.h"

namespace facet {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class WindowsAndSamples : public testing::Test {
 protected:
  WindowsAndSamples() {
    write_two_sessions(folder_.path());
    write_session("third.npz", 10, 30);
    write_text(folder_.path() + "/run.toml", config("time_delta", "label = \"position\""));
  }

  /// 300 bins, of which each so many are a trial, and the first 8 are of class 1.
  void write_session(const std::string& name, std::int64_t num_neurons, std::int64_t trial) const {
    const at::Tensor bins = at::arange(300, at::kLong);
    const at::Tensor angle = bins.to(at::kDouble) / 20;
    write_npz(folder_.path() + "/" + name,
              {{"neural", (angle.unsqueeze(1) + at::arange(num_neurons)).sin().to(at::kFloat)},
               {"position", angle.sin()},
               {"still", at::ones({300}, at::kDouble)},
               {"cls", bins.lt(8).to(at::kLong)},
               {"one", at::full({300}, 4, at::kLong)},
               {"trial", bins.div(trial, "floor")}});
  }

  static std::string config(const std::string& distribution, const std::string& options) {
    return R"([data]
file = "third.npz"

[model]
name = "offset10-model"
num_units = 4
num_output = 3

[[objective]]
slice = [0, 3]
loss = "FixedEuclideanInfoNCE"
distribution = { name = ")" +
           distribution + "\", " + options + R"( }

[training]
steps = 2
batch_size = 32
)";
  }

  ProgramResult facet(std::vector<std::string> words) const {
    words.insert(words.begin(), FACET_PROGRAM);
    return run_program(words, folder_.path());
  }

  /// The lines of `check`; `train` ends with the same exit code, and says them too.
  std::vector<std::string> checked(int exit_code,
                                   const std::vector<std::string>& settings = {}) const {
    std::vector<std::string> check{"check", "run.toml"};
    std::vector<std::string> train{"train", "run.toml", "--out", "run", "--overwrite"};
    for (const std::string& setting : settings)
      for (auto* words : {&check, &train}) words->insert(words->end(), {"--set", setting});
    const ProgramResult of_check = facet(check), of_train = facet(train);
    EXPECT_EQ(of_check.exit_code, exit_code) << of_check.errors;
    EXPECT_EQ(of_train.exit_code, exit_code) << of_train.errors;
    std::vector<std::string> lines;
    std::istringstream text(of_check.errors);
    for (std::string line; std::getline(text, line); lines.push_back(line))
      EXPECT_THAT(of_train.errors, HasSubstr(line));
    return lines;
  }

  TemporaryFolder folder_;
};

TEST_F(WindowsAndSamples, AreCountedInOneLineAndKept) {
  EXPECT_THAT(checked(0), Contains("291 of 300 bins have a full window of 10"));
  const auto record = nlohmann::json::parse(read_text(folder_.path() + "/run/run.json"));
  const auto& data = record.at("data").at(0);
  EXPECT_EQ(data.at("bins"), 300);
  EXPECT_EQ(data.at("bins_with_window"), 291);
  EXPECT_EQ(data.at("segments"), 1);
  EXPECT_EQ(data.at("segments_without_window"), 0);
}

TEST_F(WindowsAndSamples, WarnWhenMoreThanAFifthOfTheBinsHasNoWindow) {
  EXPECT_THAT(
      checked(0, {"data.trials=\"trial\""}),
      Contains("warning: third.npz: only 210 of 300 bins have a full window of 10: the others are "
               "not trained and have no embedding; let trials, time, select and epochs leave "
               "longer segments, or choose a model with a shorter window"));
  write_session("third.npz", 10, 60);  // 15 % have none
  EXPECT_THAT(checked(0, {"data.trials=\"trial\""}), Not(Contains(StartsWith("warning"))));
}

TEST_F(WindowsAndSamples, OfARecordingWithoutAWindowAreAMistake) {
  write_session("third.npz", 10, 9);
  EXPECT_THAT(checked(2, {"data.trials=\"trial\""}),
              testing::ElementsAre(HasSubstr("data cannot be used: no segment of third.npz is as "
                                             "long as the model's window of 10 bins, so that "
                                             "nothing of it would be trained")));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/run"));
}

TEST_F(WindowsAndSamples, OfOneSessionWithoutAWindowAreAMistakeOfItsOwn) {
  write_session("first.npz", 12, 60);
  write_session("second.npz", 9, 9);
  const std::vector<std::string> sessions = {
      "data.file=[]", "data.session=[{ file = \"first.npz\" }, { file = \"second.npz\" }]",
      "data.trials=\"trial\""};
  const auto mistake = testing::ElementsAre(
      HasSubstr("data.session[1] cannot be used: no segment of second.npz is as long as"));
  EXPECT_THAT(checked(2, sessions), mistake);

  std::vector<std::string> unified = sessions;
  unified.insert(unified.end(), {"training.solver=\"unified\"", "training.align_by=\"position\""});
  EXPECT_THAT(checked(2, unified), mistake);
}

TEST_F(WindowsAndSamples, OfAHeldOutPartWithoutAWindowAreAMistake) {
  EXPECT_THAT(checked(2, {"data.validation_from=295"}),
              testing::ElementsAre(HasSubstr("data cannot be used: nothing that is held out of "
                                             "third.npz is as long as the model's window of 10 "
                                             "bins: hold out more")));
}

TEST_F(WindowsAndSamples, WarnWhenNoObjectiveComparesTheSessions) {
  write_session("first.npz", 12, 60);
  const std::vector<std::string> sessions = {
      "data.file=[]", "data.session=[{ file = \"first.npz\" }, { file = \"third.npz\" }]"};
  const auto warning = Contains(StartsWith("warning: no objective compares the sessions"));
  EXPECT_THAT(checked(0, sessions), Not(warning));
  write_text(folder_.path() + "/run.toml", config("time", "time_offset = 5"));
  EXPECT_THAT(checked(0, sessions), warning);
}

TEST_F(WindowsAndSamples, WarnOfNegativesOfTheReferencesClass) {
  write_text(folder_.path() + "/run.toml", config("discrete", "label = \"one\""));
  EXPECT_THAT(checked(0), Contains(StartsWith("warning: objective[0]: 100 % of the negatives have "
                                              "the same 'one' as their reference")));
  write_text(folder_.path() + "/run.toml", config("discrete", "label = \"cls\""));
  EXPECT_THAT(checked(0, {"training.prior=\"empirical\""}),
              Contains(HasSubstr(" % of the negatives have the same 'cls' as their reference")));
  write_text(folder_.path() + "/run.toml", config("time_delta", "label = \"still\""));
  EXPECT_THAT(checked(0), Contains(HasSubstr("the same 'still' as their reference")));
}

TEST_F(WindowsAndSamples, WarnOfATargetThatIsAlwaysTheSame) {
  std::string text = config("", "");
  const auto begin = text.find("loss = "), end = text.find("[training]");
  text.replace(begin, end - begin, "loss = \"nn.MSELoss\"\ntarget = \"still\"\n\n");
  text.replace(text.find("[0, 3]"), 6, "[0, 1]");
  write_text(folder_.path() + "/run.toml", text);
  EXPECT_THAT(checked(0), Contains(StartsWith("warning: objective[0]: its target is the same in "
                                              "all bins that are trained on")));
}

TEST_F(WindowsAndSamples, WarnOfABatchThatIsLargerThanWhatCanBeDrawn) {
  EXPECT_THAT(
      checked(0, {"training.batch_size=400"}),
      Contains(StartsWith("warning: training.batch_size draws 400 references for each step from "
                          "the 291 bins of third.npz that can be one")));
  EXPECT_THAT(checked(0, {"training.batch_size=290"}), Not(Contains(StartsWith("warning"))));
}

TEST_F(WindowsAndSamples, OfMoreThanAHundredForEachBinAreAMistake) {
  for (const auto& [setting, what] : std::map<std::string, std::string>{
           {"training.batch_size=100000",
            "training.batch_size draws 100000 references for each step from the 291 bins of "
            "third.npz that can be one: at most 29100 can be drawn"},
           {"training.num_negatives=10000000",
            "training.num_negatives draws 10000000 negatives for each step from the 291 bins of "
            "third.npz that can be one: at most 29100 can be drawn"}})
    EXPECT_THAT(checked(2, {setting}), Contains(HasSubstr(what)));
}

}  // namespace
}  // namespace facet
