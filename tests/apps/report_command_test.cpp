// How a user gets the report of runs.
#include <gmock/gmock.h>

#include <filesystem>

#include "apps/run_commands.h"

namespace facet {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class ReportCommand : public RunCommands {
 protected:
  bool is_there(const std::string& file) const {
    return std::filesystem::exists(folder() + "/" + file);
  }
};

TEST_F(ReportCommand, TellsAllOfARun) {
  train_run({"--set", "training.steps=3"});
  ASSERT_EQ(facet({"attribute", "run"}).exit_code, 0);
  const ProgramResult result = facet({"report", "run"});
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.output, "run/report.html\n");
  const std::string page = read("run/report.html");
  EXPECT_THAT(page, AllOf(HasSubstr("<title>Run run</title>"), HasSubstr("3 steps in "),
                          HasSubstr(">uniformity</text>"), HasSubstr(">untrained</th>"),
                          HasSubstr("neurons on which they depend most (by jf)"),
                          HasSubstr("[[objective]]"), HasSubstr("libtorch</td>")));
}

TEST_F(ReportCommand, AFolderOfSeedsStandsForItsRuns) {
  train_run({"--set", "training.steps=3", "--seeds", "2"});
  const std::string written = read("run/report.html");  // by train
  EXPECT_THAT(written, AllOf(HasSubstr("2 runs"), HasSubstr(" ± "), HasSubstr(">seed-1<"),
                             HasSubstr("\"name\":\"seed-0\"")));
  EXPECT_THAT(written, HasSubstr("<tr class=\"differs\"><td class=\"text\">training.seed</td>"));
  std::filesystem::remove(folder() + "/run/report.html");
  EXPECT_EQ(facet({"report", "run"}).output, "run/report.html\n");
  EXPECT_THAT(read("run/report.html"), HasSubstr("\"name\":\"seed-1\""));
}

TEST_F(ReportCommand, IsWrittenAtTheEndOfARunUnlessItIsSwitchedOff) {
  train_run({"--set", "training.steps=3"});
  EXPECT_THAT(read("run/report.html"), HasSubstr("Not judged yet: facet report"));
  train_run({"--set", "training.steps=4", "--resume", "--no-report"});
  EXPECT_FALSE(is_there("run/report.html"));  // what it said is of another model
}

TEST_F(ReportCommand, OfSeveralRunsIsWrittenHere) {
  train_run({"--set", "training.steps=3"});
  std::filesystem::copy(folder() + "/run", folder() + "/again");
  EXPECT_EQ(facet({"report", "run", "again"}).output, "report.html\n");
  EXPECT_THAT(read("report.html"), HasSubstr(">1.00</text>"));  // they agree
  const ProgramResult again = facet({"report", "run", "again"});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_THAT(again.errors, HasSubstr("report.html: is there already"));
  EXPECT_EQ(facet({"report", "run", "again", "--overwrite"}).exit_code, 0);
  EXPECT_THAT(facet({"report", "run", "--out", "report.pdf"}).errors, HasSubstr(".html"));
}

TEST_F(ReportCommand, TellsOfADamagedFileAndShowsTheRest) {
  train_run({"--set", "training.steps=3"});
  write_text(folder() + "/run/history.csv", "step,total\n1\n");
  const ProgramResult result = facet({"report", "run"});
  EXPECT_EQ(result.exit_code, 0);
  const std::string reason = "run/history.csv:2: has 1 columns, the first line 2";
  EXPECT_THAT(result.errors, HasSubstr("warning: " + reason + "\n"));
  EXPECT_THAT(read("run/report.html"),
              AllOf(HasSubstr("<p>" + reason), HasSubstr("libtorch</td>")));
}

TEST_F(ReportCommand, OfARunWithoutStepsSaysSo) {
  train_run({"--set", "training.steps=3"});
  write_text(folder() + "/run/history.csv", "step\n");
  write_text(folder() + "/run/validation.csv", "step\n");
  const ProgramResult result = facet({"report", "run"});
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.errors.find("warning"), std::string::npos) << result.errors;
  EXPECT_THAT(read("run/report.html"), HasSubstr("run/history.csv: no steps were trained"));
  EXPECT_THAT(facet({"plot", "loss", "run"}).errors,
              HasSubstr("run/history.csv: no steps were trained"));
}

TEST_F(ReportCommand, OfARunThatHasNotEndedSaysHowItGoesOn) {
  train_run({"--set", "training.steps=3"});
  std::filesystem::remove(folder() + "/run/embedding.npz");
  const ProgramResult result = facet({"report", "run"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.errors, HasSubstr("--resume goes on with it"));
}

}  // namespace
}  // namespace facet
