#include "framework/sweeping/slurm_script.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "framework/files/files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::HasSubstr;

class SlurmScript : public testing::Test {
 protected:
  SlurmScript() {
    question.grid = {"a=1,2,3"};
    question.seeds = 2;
    question.seed = 7;
    sweep.folder({0, 7}).create();
    write_slurm_script(sweep, question, 4);
  }
  /// What the shell says and writes when it runs the script with that number of a task, and `facet`
  /// in the place of the program.
  std::string outcome(int task, const std::string& facet) {
    write_text(folder.path() + "/facet", "#!/bin/sh\n" + facet + "\n");
    write_text(folder.path() + "/scontrol", "#!/bin/sh\necho scontrol $*\n");
    const std::string command =
        "cd '" + folder.path() +
        "' && chmod +x facet scontrol && SLURM_ARRAY_JOB_ID=99 PATH=.:$PATH "
        "SLURM_ARRAY_TASK_ID=" +
        std::to_string(task) + " bash \"" + sweep.script() + "\" > said; echo code $? >> said";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return read_text(folder.path() + "/said");
  }

  TemporaryFolder folder;
  SweepFolder sweep{folder.path() + "/it's a sweep"};
  SweepQuestion question;
};

TEST_F(SlurmScript, AsksForATaskForEachRunThatIsToldBeforeItsTimeIsUp) {
  const std::string text = read_text(sweep.script());
  for (const char* line : {"#!/bin/bash\n", "#SBATCH --array=0-5%4\n", "#SBATCH --requeue\n",
                           "#SBATCH --signal=B:USR1@120\n"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST_F(SlurmScript, TrainsTheRunOfATask) {
  const std::string place = sweep.path() + "/trial-1/seed-8";
  EXPECT_EQ(outcome(3, "echo $*; exit 3"),
            "train " + place + ".toml --out " + place + " --resume --judge --quiet\ncode 3\n");
}

TEST_F(SlurmScript, HandsASignalOnAndQueuesWhatIsSavedAgain) {
  // The program asks the script to end, as Slurm does, and takes its time.
  const std::string facet =
      "trap 'sleep 0.3; echo saved; exit 75' USR1\nkill -USR1 $PPID\nwhile :; do sleep 0.05; done";
  EXPECT_EQ(outcome(5, facet), "saved\nscontrol requeue 99_5\ncode 75\n");
}

}  // namespace
}  // namespace facet
