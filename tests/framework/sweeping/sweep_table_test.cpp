#include "framework/sweeping/sweep_table.h"

#include <gmock/gmock.h>

#include "framework/files/files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

/// A grid of two trials with two seeds, of which one run failed.
class SweepTables : public testing::Test {
 protected:
  SweepTables() {
    question.grid = {"model.num_output=3,4"};
    question.seeds = 2;
    write_run({0, 0},
              R"({"steps": 5, "objectives 0:2 InfoNCE objective 0 value": 1.0, "r2": 0.5})");
    write_run({0, 1},
              R"({"steps": 5, "objectives 0:2 InfoNCE objective 0 value": 3.0, "r2": null})");
    write_run({1, 1}, R"({"steps": 5, "objectives 0:2 InfoNCE objective 0 value": 2.5})");
  }
  void write_run(const SweepRun& run, const std::string& metrics) {
    sweep.folder(run).create();
    write_text(sweep.folder(run).metrics(), metrics);
  }

  TemporaryFolder folder;
  SweepFolder sweep{folder.path()};
  SweepQuestion question;
  SweepFailures failures = {{"trial-1/seed-0", "the loss, \"a\", is not finite"}};
};

TEST_F(SweepTables, HaveMeanAndDeviationOfEachTrial) {
  const SweepTable table = read_sweep_table(sweep, question, failures);
  // Of 1 and 3: mean 2, deviation sqrt 2.
  EXPECT_EQ(
      to_table(table, ""),
      "trial  model.num_output  runs    objectives 0:2 InfoNCE objective 0 value   deviation\n"
      "0      3                 2 of 2                                    2.0000      1.4142\n"
      "1      4                 1 of 2                                    2.5000      0.0000\n"
      "trial 1 failed with seed 0: the loss, \"a\", is not finite\n");
  EXPECT_THAT(to_table(table, "steps"),
              testing::StartsWith("trial  model.num_output  runs     steps   deviation\n"
                                  "0      3                 2 of 2  5.0000      0.0000\n"));
}

TEST_F(SweepTables, AreCsvForPrograms) {
  EXPECT_EQ(to_csv(read_sweep_table(sweep, question, failures)),
            "trial,model.num_output,runs,steps mean,steps deviation,"
            "objectives 0:2 InfoNCE objective 0 value mean,"
            "objectives 0:2 InfoNCE objective 0 value deviation,r2 mean,r2 deviation,failures\n"
            "0,3,2 of 2,5,0,2,1.4142135623730951,,,\n"
            "1,4,1 of 2,5,0,2.5,0,,,\"seed 0: the loss, \"\"a\"\", is not finite\"\n");
}

}  // namespace
}  // namespace facet
