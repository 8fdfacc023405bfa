// Runs with the logs of docs/training.md among their observers; tests/formats reads them by
// TensorBoard.
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "integration/small_run.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

class LoggedRun : public testing::Test {
 protected:
  LoggedRun() { write_small_run(folder.path()); }

  /// Thirty steps, with a validation after each ten.
  ProgramResult train(std::vector<std::string> more) const {
    std::vector<std::string> words = {FACET_PROGRAM, "train"};
    words.insert(words.end(), more.begin(), more.end());
    words.insert(words.end(), {"-q", "--set", "training.gradient_clip=1"});
    return run_program(words, folder.path());
  }
  /// The line of the page that names the logs, as a setting.
  static std::string logs() {
    std::istringstream page(read_text(FACET_SOURCE_FOLDER "/docs/training.md"));
    const std::string begin = "    observers = ";
    for (std::string line; std::getline(page, line);)
      if (line.starts_with(begin)) return "output.observers=" + line.substr(begin.size());
    throw Error("there is no such line");
  }
  std::string read(const std::string& file) const { return read_text(folder.path() + "/" + file); }
  std::vector<json> objects() const {
    std::istringstream lines(read("run/log.jsonl"));
    std::vector<json> objects;
    for (std::string line; std::getline(lines, line);) objects.push_back(json::parse(line));
    return objects;
  }
  std::vector<int> steps(int first = 1, int last = 30) const {
    std::vector<int> steps;
    for (; first <= last; ++first) steps.push_back(first);
    return steps;
  }
  std::vector<int> steps_in_objects() const {
    std::vector<int> found;
    for (const json& object : objects()) found.push_back(object.at("step"));
    return found;
  }
  std::string header() const {
    const std::string text = read("run/log.csv");
    return text.substr(0, text.find('\n'));
  }
  std::ptrdiff_t event_files() const {
    const std::filesystem::directory_iterator files(folder.path() + "/run/tensorboard");
    return std::distance(begin(files), end(files));
  }

  const TemporaryFolder folder;
};

TEST_F(LoggedRun, HasThoseOfThePage) {
  ASSERT_EQ(train({"run.toml", "--out", "run", "--set", logs()}).exit_code, 0);
  EXPECT_EQ(steps_in_objects(), steps());
  const std::string history = read("run/history.csv");
  EXPECT_THAT(header(), testing::StartsWith(history.substr(0, history.find('\n'))))
      << "the columns of history.csv come first";
  EXPECT_THAT(history.substr(0, history.find('\n')), HasSubstr(",gradient_norm"));
  EXPECT_THAT(header(), HasSubstr(",steps_per_second,peak_memory_mib,validation.total"));
  const std::string table = read("run/log.csv");
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 4) << "step 10, 20 and 30";
  EXPECT_TRUE(objects()[9].contains("validation.objective0.loss"));
  EXPECT_FALSE(objects()[8].contains("validation.objective0.loss"));
  EXPECT_EQ(event_files(), 1);
}

TEST_F(LoggedRun, GoesOnInItsLogs) {
  ASSERT_EQ(
      train({"run.toml", "--out", "run", "--set", logs(), "--set", "training.steps=20"}).exit_code,
      0);
  ASSERT_EQ(train({"run", "--resume", "--set", "training.steps=30"}).exit_code, 0);
  EXPECT_EQ(steps_in_objects(), steps());
  EXPECT_EQ(event_files(), 2);
}

/// The folder gets its name after the first checkpoint; a column comes later than that.
TEST_F(LoggedRun, IsReplacedWithItsLogs) {
  for (const char* how : {"--resume", "--overwrite"})
    ASSERT_EQ(train({"run.toml", "--out", "run", how, "--set", logs(), "--set",
                     "training.checkpoint_frequency=3"})
                  .exit_code,
              0)
        << how;
  EXPECT_EQ(steps_in_objects(), steps());
  EXPECT_THAT(header(), HasSubstr("validation.total"));
  EXPECT_EQ(event_files(), 1);
}

TEST_F(LoggedRun, EndsWhereALogCannotBeWritten) {
  std::filesystem::create_directory(folder.path() + "/run");
  std::filesystem::create_symlink("/dev/full", folder.path() + "/run/log.jsonl");
  const ProgramResult failed = train({"run.toml", "--out", "run", "--set", logs()});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_THAT(failed.errors,
              HasSubstr("run/log.jsonl: cannot be written: No space left on device"));
}

}  // namespace
}  // namespace facet
