// Tables as other programs write them, used as they are.
#include <ATen/Functions.h>

#include <filesystem>

#include "facet/npz.h"
#include "run_commands.h"

namespace facet {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class TableCommands : public RunCommands {
 protected:
  /// `name`: of a table of the reader's tests, which stands in the folder under another name.
  void copy(const std::string& name, const std::string& as) const {
    std::filesystem::copy_file(TABLES "/" + name, folder() + "/" + as);
  }
  ProgramResult run(const std::string& command, const std::string& file, const std::string& signals,
                    const std::string& label, const Words& more = {}) const {
    Words words{command, "run.toml"};
    for (const std::string& setting :
         {"data.file=" + file, "data.signals=\"" + signals + "\"",
          "objective=[{slice=[0,4],loss=\"InfoNCE\",distribution={name=\"time_delta\",label=\"" +
              label + "\"}}]"})
      words.insert(words.end(), {"--set", setting});
    words.insert(words.end(), more.begin(), more.end());
    return facet(words);
  }
};

// to_csv() as it is by default, with sep=";" and decimal=",", and an extension in capitals.
TEST_F(TableCommands, UseWhatPandasWrites) {
  copy("default.csv", "default.csv");
  copy("european.csv", "european.csv");
  copy("plain.csv", "upper.CSV");
  for (const std::string name : {"default.csv", "european.csv", "upper.CSV"}) {
    const ProgramResult checked = run("check", "\"" + name + "\"", "unit_*", "t");
    EXPECT_EQ(checked.exit_code, 0) << checked.errors;
    EXPECT_THAT(checked.errors, AllOf(HasSubstr(name + ": 40 bins x 4 channels\n"),
                                      HasSubstr("label 't' is continuous, 40 x 1"),
                                      HasSubstr("label 'lick' is discrete, 40"),
                                      HasSubstr("label 'side' is discrete, 40")));
  }
  const ProgramResult trained = run("train", "\"european.csv\"", "unit_*", "t",
                                    {"--out", "run", "--quiet", "--set", "training.steps=2"});
  EXPECT_EQ(trained.exit_code, 0) << trained.errors;
}

TEST_F(TableCommands, UseWhatDeepLabCutWrites) {
  copy("single.csv", "DLC.csv");
  write_npz(folder() + "/spikes.npz", {{"spikes", at::rand({30, 6})}});
  const ProgramResult checked = run("check", "[\"spikes.npz\", \"DLC.csv\"]", "spikes", "nose");
  EXPECT_EQ(checked.exit_code, 0) << checked.errors;
  EXPECT_THAT(checked.errors, AllOf(HasSubstr("label 'nose' is continuous, 30 x 2"),
                                    HasSubstr("label 'nose.likelihood' is continuous, 30 x 1")));
}

TEST_F(TableCommands, SayWhichPartsArePartlyMissing) {
  copy("multi.csv", "DLC.csv");
  const ProgramResult refused = run("check", "\"DLC.csv\"", "mouse1.nose", "mouse2.nose");
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.errors,
              HasSubstr("label 'mouse2.nose' is not finite (NaN or infinity) in 1"));
  const ProgramResult unlikely = run("check", "\"DLC.csv\"", "mouse1.nose", "mouse1.tail base",
                                     {"--set", "data.reader={name=\"csv\",likelihood=0.6}"});
  EXPECT_EQ(unlikely.exit_code, 2);
  EXPECT_THAT(unlikely.errors, HasSubstr("the signals 'mouse1.nose' are not finite"));
}

// R's NA among the signals is no text: it is as NaN in any other format.
TEST_F(TableCommands, SayWhichSignalsAreMissing) {
  std::string table = "unit_0 unit_1\n";
  for (int bin = 0; bin < 50; ++bin)
    table += std::to_string(bin) + " " + std::to_string(bin) + (bin == 7 ? " NA\n" : " 1\n");
  write_text(folder() + "/rat.txt", table);
  const ProgramResult refused = run("check", "\"rat.txt\"", "unit_*", "index");
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.errors, HasSubstr("are not finite (NaN or infinity), first in bin 7"));
}

TEST_F(TableCommands, RefuseTwoColumnsOfOneNameWhereOneIsAskedFor) {
  std::string table = "t,unit_0,x,x\n";
  for (int bin = 0; bin < 50; ++bin) table += std::to_string(0.1 * bin) + ",1,2,3\n";
  write_text(folder() + "/rat.csv", table);
  EXPECT_EQ(run("check", "\"rat.csv\"", "unit_0", "t").exit_code, 0);
  const ProgramResult refused = run("check", "\"rat.csv\"", "unit_0", "x");
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.errors, HasSubstr("label 'x' is the name of 2 arrays"));
}

}  // namespace
}  // namespace facet
