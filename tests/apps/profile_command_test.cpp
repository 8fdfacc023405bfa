// Where the time of a step goes: `facet profile`.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <regex>
#include <sstream>

#include "apps/run_commands.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

struct Row {
  std::string name;
  double milliseconds, share;
};

/// A table's rows below its head, up to the empty line. The last two columns are read.
std::vector<Row> rows_below(const std::string& head, const std::string& output) {
  std::istringstream lines(output);
  std::string line;
  while (std::getline(lines, line) && !line.starts_with(head)) {
  }
  static const std::regex row(R"((.*\S)  +([\d.]+)  +([\d.]+) %)");
  std::vector<Row> rows;
  std::smatch match;
  while (std::getline(lines, line) && std::regex_match(line, match, row))
    rows.push_back({match[1], std::stod(match[2]), std::stod(match[3])});
  return rows;
}

std::vector<std::string> names_of(const std::vector<Row>& rows) {
  std::vector<std::string> names;
  for (const Row& row : rows) names.push_back(row.name);
  return names;
}

double sum_of(const std::vector<Row>& rows, double Row::*column) {
  return std::accumulate(rows.begin(), rows.end(), 0.0,
                         [&](double sum, const Row& row) { return sum + row.*column; });
}

class ProfileCommand : public RunCommands {
 protected:
  ProgramResult profile(Words more = {}) const {
    more.insert(more.begin(), {"profile", "run.toml", "--steps", "20"});
    return facet(more);
  }
  Json events_of(const std::string& trace) const { return Json::parse(read(trace))["traceEvents"]; }
  /// All files, with what is in them.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder()))
      if (entry.is_regular_file()) all[entry.path()] = read_text(entry.path());
    return all;
  }
};

TEST_F(ProfileCommand, NamesThePartsOfAStepInTheirOrder) {
  const ProgramResult profiled = profile();
  EXPECT_EQ(profiled.exit_code, 0) << profiled.errors;
  EXPECT_THAT(names_of(rows_below("part of a step", profiled.output)),
              ElementsAre("sampling", "encoding", "objective[0].loss", "objective[1].loss",
                          "backward", "optimizer", "the rest", "a step"));
  EXPECT_THAT(profiled.output, HasSubstr(" others "));
  EXPECT_THAT(profiled.errors, HasSubstr("recording.npz: 400 bins x 6 channels\n"));
}

TEST_F(ProfileCommand, TellsWhatThreadsBesideTheStepsTake) {
  const std::string drawn = "the batches of a later step are drawn in threads of their own: ";
  EXPECT_THAT(profile().output, testing::Not(HasSubstr(drawn)));
  const ProgramResult profiled = profile({"--set", "training.sampling_threads=1"});
  EXPECT_THAT(profiled.output, testing::ContainsRegex(drawn + "[0-9.]+ ms"));
}

TEST_F(ProfileCommand, NamesTheRegularizerWhereThereIsOne) {
  const ProgramResult profiled =
      profile({"--set",
               "training.regularizer={ name = \"JacobianReg\", weight = { name = "
               "\"constant-weight\", initial_weights = [0.1, 0.1] } }"});
  EXPECT_EQ(profiled.exit_code, 0) << profiled.errors;
  EXPECT_THAT(names_of(rows_below("part of a step", profiled.output)),
              testing::Contains("regularizer"));
}

TEST_F(ProfileCommand, PartsAndOperationsAddUpToTheStep) {
  const std::string output = profile({"--trace", "trace.json"}).output;
  std::vector<double> steps;
  for (const Json& event : events_of("trace.json"))
    if (event["name"] == "step") steps.push_back(event["dur"].get<double>() / 1000);
  ASSERT_EQ(steps.size(), 30U) << "10 to warm up";
  const double mean = std::accumulate(steps.begin() + 10, steps.end(), 0.0) / 20;
  std::vector<Row> parts = rows_below("part of a step", output);
  const Row step = parts.back();
  parts.pop_back();
  // Each number is rounded to three digits and each share to one, so it is off by half of the last.
  const double rounding = 0.0005 + 1e-6, rounding_of_share = 0.05 + 1e-6;
  EXPECT_NEAR(step.milliseconds, mean, rounding);
  EXPECT_EQ(step.share, 100);
  for (const auto& rows : {parts, rows_below("operation", output)}) {
    const auto number = static_cast<double>(rows.size());
    EXPECT_GT(number, 5);
    EXPECT_NEAR(sum_of(rows, &Row::milliseconds), mean, number * rounding);
    EXPECT_NEAR(sum_of(rows, &Row::share), 100, number * rounding_of_share);
  }
}

TEST_F(ProfileCommand, TheTraceHasAllThatRan) {
  const ProgramResult profiled =
      profile({"--trace", "trace.json", "--set", "training.sampling_threads=1"});
  EXPECT_EQ(profiled.exit_code, 0) << profiled.errors;
  std::map<std::string, int> numbers;
  for (const Json& event : events_of("trace.json")) {
    ++numbers[event.at("name").get<std::string>()];
    EXPECT_EQ(event.at("ph"), "X");
    EXPECT_GE(event.at("ts").get<double>(), 0);
    EXPECT_GE(event.at("dur").get<double>(), 0);
  }
  for (const char* part : {"step", "sampling", "encoding", "objective[0].loss", "objective[1].loss",
                           "backward", "optimizer"})
    EXPECT_EQ(numbers[part], 30) << part;
  EXPECT_GE(numbers["drawing a batch"], 30);
  EXPECT_GE(numbers["aten::addmm"], 30);
}

TEST_F(ProfileCommand, WritesNothingElse) {
  ASSERT_EQ(train_run({"--set", "training.steps=2"}).exit_code, 0);
  const auto before = files();
  EXPECT_EQ(profile({"--set", "output.folder=run"}).exit_code, 0);
  EXPECT_EQ(facet({"profile", "run/config.toml", "--steps", "2"}).exit_code, 0);
  EXPECT_EQ(files(), before);
}

TEST_F(ProfileCommand, RefusesANumberOfStepsThatItCannotTake) {
  for (const std::string steps : {"0", "1001"}) {
    const ProgramResult refused = facet({"profile", "run.toml", "--steps", steps});
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_EQ(refused.output, "");
    EXPECT_EQ(refused.errors, "--steps must be >= 1 and <= 1000, got " + steps + "\n");
  }
}

TEST_F(ProfileCommand, RefusesATraceThatItCannotWriteBeforeItTrains) {
  write_text(folder() + "/mine.json", "of years");
  const std::pair<std::string, std::string> cases[] = {
      {"absent/trace.json", "absent/trace.json: cannot be written: there is no folder "},
      {"run.toml", "run.toml: is not written, since this command reads "},
      {"trace.npz", "another format: let its name end in .json"},
      {"mine.json", "mine.json: is there already: --overwrite replaces it"}};
  const auto before = files();
  for (const auto& [path, message] : cases) {
    const ProgramResult refused = profile({"--trace", path});
    EXPECT_EQ(refused.exit_code, path == "trace.npz" ? 2 : 1) << path;  // a mistake in the command
    EXPECT_EQ(refused.output, "");
    EXPECT_THAT(refused.errors, HasSubstr(message));
  }
  EXPECT_EQ(files(), before);
  EXPECT_EQ(profile({"--trace", "mine.json", "--overwrite"}).exit_code, 0);
  EXPECT_FALSE(events_of("mine.json").empty());
}

}  // namespace
}  // namespace facet
