// The example's own config: a run whose loss and distribution are in C.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "run_program.h"

namespace facet {
namespace {

using testing::HasSubstr;

/// The column `name` of a csv text.
std::vector<double> column_of(const std::string& text, const std::string& name) {
  std::istringstream lines(text);
  std::string line, cell;
  std::getline(lines, line);
  std::istringstream header(line);
  std::size_t index = 0;
  while (std::getline(header, cell, ',') && cell != name) ++index;
  std::vector<double> values;
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    for (std::size_t i = 0; i <= index; ++i) std::getline(cells, cell, ',');
    values.push_back(std::stod(cell));
  }
  return values;
}

TEST(CRun, TrainsByNames) {
  ::setenv("FACET_PLUGIN_PATH", PLUGINS "/c_lab", 1);
  const TemporaryFolder folder;
  std::filesystem::copy_file(PLUGINS "/c_lab/example.toml", folder.path() + "/example.toml");
  const auto facet = [&](std::vector<std::string> words) {
    words.insert(words.begin(), FACET_PROGRAM);
    const ProgramResult result = run_program(words, folder.path());
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return result.output;
  };
  facet({"simulate", "recording.npz"});
  facet({"train", "example.toml", "--out", "run", "--quiet"});
  ::unsetenv("FACET_PLUGIN_PATH");

  const std::string run = folder.path() + "/run/";
  const auto losses = column_of(read_text(run + "history.csv"), "total");
  ASSERT_EQ(losses.size(), 200U);
  EXPECT_LT(losses.back(), 0.7 * losses.front());
  const auto record = nlohmann::json::parse(read_text(run + "run.json"));
  EXPECT_THAT(record.dump(), HasSubstr("c_lab"));
  EXPECT_THAT(read_text(run + "config.toml"), HasSubstr("c_lab/SquaredHinge"));
  EXPECT_THAT(read_text(run + "config.toml"), HasSubstr("c_lab/same_value"));
}

}  // namespace
}  // namespace facet
