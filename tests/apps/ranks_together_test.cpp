// What several ranks of the real program write, beside what one process writes.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "apps/run_commands.h"
#include "apps/train_one_by_one.h"
#include "framework/run_folder/step_table.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

class RanksTogether : public RunCommands {
 protected:
  /// But for the order in which numbers are added up.
  void expect_same_history(const std::string& one, const std::string& other) const {
    for (const char* table : {"/history.csv", "/validation.csv"}) {
      const StepTable expected = read_step_table(folder() + "/" + one + table),
                      got = read_step_table(folder() + "/" + other + table);
      ASSERT_EQ(got.steps, expected.steps);
      ASSERT_EQ(got.columns.size(), expected.columns.size());
      for (const auto& [name, values] : expected.columns) {
        SCOPED_TRACE(table + (" " + name));
        const std::vector<double>* column = got.find(name);
        ASSERT_TRUE(column);
        double largest = 0;
        for (const double value : values) largest = std::max(largest, std::abs(value));
        for (std::size_t i = 0; i < values.size(); ++i)
          ASSERT_NEAR((*column)[i], values[i], 1e-5 * largest) << "row " << i;
      }
    }
  }
  /// All files but the report have the same bytes, and the record but for times and memory.
  void expect_same_run(const std::string& one, const std::string& other) const {
    for (const auto& entry : fs::directory_iterator(folder() + "/" + one)) {
      const std::string name = entry.path().filename();
      if (name == "report.html") continue;
      SCOPED_TRACE(name);
      if (name == "run.json")
        EXPECT_EQ(lasting_record(one), lasting_record(other));
      else
        EXPECT_TRUE(read(one + "/" + name) == read(other + "/" + name));
    }
  }
  nlohmann::json lasting_record(const std::string& run) const {
    nlohmann::json record = nlohmann::json::parse(read(run + "/run.json"));
    for (const char* name : {"started", "seconds", "peak_memory_mib"}) record.erase(name);
    return record;
  }
};

TEST_F(RanksTogether, TwoRanksLearnWhatOneLearns) {
  ASSERT_EQ(facet({"train", "run.toml", "--out", "one", "--quiet"}).exit_code, 0);
  const ProgramResult two = facet({"train", "run.toml", "--out", "two", "--quiet", "--ranks", "2"});
  ASSERT_EQ(two.exit_code, 0) << two.errors;
  EXPECT_EQ(two.output, "two\n");
  EXPECT_EQ(two.errors, "");
  EXPECT_TRUE(fs::exists(folder() + "/two/metrics.json"));
  EXPECT_TRUE(fs::exists(folder() + "/two/report.html"));
  expect_same_history("one", "two");
}

TEST_F(RanksTogether, AThousandStepsByTwoRanksAreThoseOfOne) {
  const Words words{
      "--quiet", "--no-report",
      "--set",   "model={name=\"offset10-model\", num_output=4, num_units=8, renormalize=true}",
      "--set",   "training.steps=1000",
      "--set",   "objective[0].loss.name=FixedCosineInfoNCE"};
  const auto trained = [&](Words more) {
    more.insert(more.begin(), {"train", "run.toml"});
    more.insert(more.end(), words.begin(), words.end());
    return facet(more);
  };
  const ProgramResult one = trained({"--out", "one"}),
                      two = trained({"--out", "two", "--ranks", "2"});
  ASSERT_EQ(one.exit_code, 0) << one.errors;
  ASSERT_EQ(two.exit_code, 0) << two.errors;
  ASSERT_EQ(read_step_table(folder() + "/one/history.csv").steps.size(), 1000);
  expect_same_history("one", "two");
}

TEST_F(RanksTogether, OneRankOfALauncherWritesWhatAProcessWrites) {
  ASSERT_EQ(facet({"train", "run.toml", "--out", "plain", "--quiet"}).exit_code, 0);
  const Words words{"run.toml", "--out", "ranked", "--quiet"};
  ASSERT_EQ(train_one_by_one(folder(), {words})[0].exit_code, 0);
  expect_same_run("plain", "ranked");
}

TEST_F(RanksTogether, TwoTrainingsByTwoRanksAreTheSameToTheBit) {
  for (const char* run : {"one", "other"}) {
    const ProgramResult trained =
        facet({"train", "run.toml", "--out", run, "--quiet", "--ranks", "2"});
    ASSERT_EQ(trained.exit_code, 0) << trained.errors;
  }
  expect_same_run("one", "other");
}

}  // namespace
}  // namespace facet
