#include <gmock/gmock.h>

#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "facet/warning.h"
#include "framework/files/files.h"
#include "plugins/logs/watched.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using nlohmann::json;
using test::log_into;
using test::report;
using test::take_steps;
using testing::ElementsAre;
using testing::HasSubstr;

using Cells = std::vector<std::string>;

const double nan = std::numeric_limits<double>::quiet_NaN(),
             infinity = std::numeric_limits<double>::infinity();

class TextLogs : public testing::Test {
 protected:
  Cells lines(const std::string& file) const {
    std::istringstream text(read_text(path(file)));
    Cells lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
  }
  /// Of `log.csv`, but for speed and memory, whose cells are only counted.
  std::vector<Cells> table() const {
    std::vector<Cells> rows;
    for (const std::string& line : lines("log.csv")) {
      rows.emplace_back();
      std::istringstream cells(line + ",");
      for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
      EXPECT_EQ(rows.back().size(), rows[0].size()) << line;
    }
    const Cells header = rows.at(0);
    for (Cells& row : rows)
      for (std::size_t i = header.size(); i-- > 0;)
        if (header[i] == "steps_per_second" || header[i] == "peak_memory_mib")
          row.erase(row.begin() + static_cast<std::ptrdiff_t>(i));
    return rows;
  }
  std::vector<json> objects() const {
    std::vector<json> objects;
    for (const std::string& line : lines("log.jsonl")) objects.push_back(json::parse(line));
    return objects;
  }
  std::vector<int> steps() const {
    std::vector<int> steps;
    for (const json& object : objects()) steps.push_back(object.at("step"));
    return steps;
  }
  std::string path(const std::string& file) const { return folder.path() + "/" + file; }

  const TemporaryFolder folder;
};

TEST_F(TextLogs, HaveARowForEveryFewStepsAndTheLast) {
  const auto csv = log_into(folder.path(), "csv", 0, 40),
             jsonl = log_into(folder.path(), "jsonl", 0, 40);
  for (Observer* log : {csv.get(), jsonl.get()}) {
    take_steps(*log, 1, 100);
    log->on_end();
  }
  EXPECT_THAT(table(), ElementsAre(Cells{"step", "total"}, Cells{"40", "400"}, Cells{"80", "800"},
                                   Cells{"100", "1000"}));
  EXPECT_THAT(steps(), ElementsAre(40, 80, 100));
}

TEST_F(TextLogs, HaveAValidationInTheRowOfItsStep) {
  const auto csv = log_into(folder.path(), "csv", 0, 2),
             jsonl = log_into(folder.path(), "jsonl", 0, 2);
  for (Observer* log : {csv.get(), jsonl.get()}) {
    take_steps(*log, 1, 2);
    log->on_validation(report(2, {{"total", 0.25}}));
    log->on_checkpoint(2);
    take_steps(*log, 3, 3);
    log->on_validation(report(3, {{"total", 0.125}}));
    log->on_checkpoint(3);
  }
  EXPECT_THAT(table(), ElementsAre(Cells{"step", "total", "validation.total"},
                                   Cells{"2", "20", "0.25"}, Cells{"3", "", "0.125"}));
  EXPECT_EQ(objects()[0].at("validation.total"), 0.25);
  EXPECT_EQ(objects()[1], (json{{"step", 3}, {"validation.total", 0.125}}));
}

TEST_F(TextLogs, TellSpeedAndMemory) {
  take_steps(*log_into(folder.path(), "jsonl"), 1, 3);
  ASSERT_EQ(steps().size(), 2U) << "the last waits for its validation";
  for (const json& object : objects()) {
    EXPECT_GT(object.at("steps_per_second"), 0);
    EXPECT_GT(object.at("peak_memory_mib"), 10) << "libtorch alone takes more";
    EXPECT_LT(object.at("peak_memory_mib"), 1e6);
  }
}

TEST_F(TextLogs, GiveTheNumbersAgain) {
  const auto jsonl = log_into(folder.path(), "jsonl");
  jsonl->on_step(report(1, {{"third", 1.0 / 3}, {"large", -1e300}, {"small", 5e-324}}));
  jsonl->on_end();
  EXPECT_EQ(objects()[0].at("third"), 1.0 / 3);
  EXPECT_EQ(objects()[0].at("large"), -1e300);
  EXPECT_EQ(objects()[0].at("small"), 5e-324);
}

TEST_F(TextLogs, SayWhatIsNotFinite) {
  const auto csv = log_into(folder.path(), "csv"), jsonl = log_into(folder.path(), "jsonl");
  for (Observer* log : {csv.get(), jsonl.get()}) {
    log->on_step(report(1, {{"a", nan}, {"b", infinity}, {"c", -infinity}, {"d", 1.0}}));
    log->on_end();
  }
  EXPECT_EQ(table()[1], (Cells{"1", "", "inf", "-inf", "1"})) << "as history.csv";
  EXPECT_TRUE(objects()[0].at("a").is_null());
  EXPECT_TRUE(objects()[0].at("b").is_null());
  EXPECT_EQ(objects()[0].at("d"), 1);
}

TEST_F(TextLogs, StayATableWhereQuantitiesComeLaterOrGo) {
  const auto csv = log_into(folder.path(), "csv");
  csv->on_step(report(1, {{"total", 5}}));
  csv->on_step(report(2, {{"early", 1}, {"total", 6}}));
  csv->on_step(report(3, {{"early", 2}}));
  csv->on_end();
  EXPECT_THAT(table(), ElementsAre(Cells{"step", "total", "early"}, Cells{"1", "5", ""},
                                   Cells{"2", "6", "1"}, Cells{"3", "", "2"}));
}

TEST_F(TextLogs, AreBegunAnewByAnotherRun) {
  for (const char* name : {"csv", "jsonl"}) {
    take_steps(*log_into(folder.path(), name), 1, 5);
    const auto other = log_into(folder.path(), name);
    other->on_step(report(1, {{"loss", 2}}));
    other->on_end();
  }
  EXPECT_THAT(table(), ElementsAre(Cells{"step", "loss"}, Cells{"1", "2"}));
  EXPECT_THAT(steps(), ElementsAre(1));
}

}  // namespace
}  // namespace facet
