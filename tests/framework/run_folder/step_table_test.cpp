#include "framework/run_folder/step_table.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>

#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class StepTables : public testing::Test {
 protected:
  std::string written(const std::string& text) const {
    std::ofstream(path_) << text;
    return path_;
  }

 private:
  const std::string path_ = testing::TempDir() + "/step_table.csv";
};

TEST_F(StepTables, AreReadByColumn) {
  const StepTable table =
      read_step_table(written("step,total,objective0.loss\n1,2.5,\n2,1e-3,4\n"));
  EXPECT_THAT(table.steps, ElementsAre(1, 2));
  EXPECT_THAT(*table.find("total"), ElementsAre(2.5, 0.001));
  EXPECT_TRUE(std::isnan(table.find("objective0.loss")->at(0)));
  EXPECT_EQ(table.find("weight"), nullptr);
}

TEST_F(StepTables, MistakesNameFileAndLine) {
  const auto mistake = [&](const std::string& text) {
    return message_of([&] { read_step_table(written(text)); });
  };
  EXPECT_THAT(mistake("t,total\n1,2\n"),
              HasSubstr("step_table.csv:1: is no table of a run's steps"));
  EXPECT_THAT(mistake("step,total\n1,2\n2\n"),
              HasSubstr("step_table.csv:3: has 1 columns, the first line 2"));
  EXPECT_THAT(mistake("step,total\n1,two\n"), HasSubstr("step_table.csv:2: 'two' is no number"));
}

}  // namespace
}  // namespace facet
