// What another program sees of a run: its exit code, the signals it takes, metrics.json.
#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "apps/run_commands.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

class CompleteRuns : public RunCommands {
 protected:
  std::unique_ptr<RunningProgram> long_run() const {
    return std::make_unique<RunningProgram>(
        Words{FACET_PROGRAM, "train", "run.toml", "--out", "run", "--quiet", "--set",
              "training.steps=100000000"},
        folder());
  }
  /// The first validation writes the model: by then training has begun.
  void wait_for_model() const {
    for (int i = 0; i < 3000 && !fs::exists(folder() + "/run/model.npz"); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  /// The last number of a column.
  double last_in(const std::string& file, const std::string& column) const {
    std::istringstream lines(read(file));
    std::vector<std::string> head, last;
    for (std::string line; std::getline(lines, line);) {
      std::istringstream cells(line);
      last.clear();
      for (std::string cell; std::getline(cells, cell, ',');) last.push_back(cell);
      if (head.empty()) head = last;
    }
    const auto place = std::find(head.begin(), head.end(), column) - head.begin();
    return std::stod(last.at(static_cast<std::size_t>(place)));
  }
};

TEST_F(CompleteRuns, AreStoppedAndSavedBySignalsThatWereIgnored) {
  for (const int signal : {SIGUSR1, SIGTERM}) {
    // As submitit starts its programs.
    std::signal(signal, SIG_IGN);
    const auto run = long_run();
    std::signal(signal, SIG_DFL);
    wait_for_model();
    kill(run->id(), signal);
    EXPECT_EQ(run->wait().exit_code, 75) << signal;
    EXPECT_EQ(nlohmann::json::parse(read("run/run.json"))["interrupted"], true);
    EXPECT_FALSE(fs::exists(folder() + "/run/metrics.json"));
    fs::remove_all(folder() + "/run");
  }
}

TEST_F(CompleteRuns, TellTheirLastNumbersInOneFlatFile) {
  ASSERT_EQ(train_run().exit_code, 0);
  const auto metrics = nlohmann::json::parse(read("run/metrics.json"));
  EXPECT_EQ(metrics["steps"], 30);
  EXPECT_EQ(metrics["total"].get<double>(), last_in("run/history.csv", "total"));
  EXPECT_EQ(metrics["validation.objective0.loss"].get<double>(),
            last_in("run/validation.csv", "objective0.loss"));
  for (const auto& [name, value] : metrics.items()) EXPECT_TRUE(value.is_number()) << name;
}

TEST_F(CompleteRuns, TellWhatTheyWereJudgedToo) {
  ASSERT_EQ(train_run({"--judge"}).exit_code, 0);
  const auto metrics = nlohmann::json::parse(read("run/metrics.json"));
  const auto judged = nlohmann::json::parse(facet({"evaluate", "run", "--json"}).output);
  const auto& row = judged["decoding"][0];
  EXPECT_EQ(metrics["decoding 0:2 " + row["label"].get<std::string>() + " " +
                    row["decoder"].get<std::string>() + " r2"],
            row["r2"]);
  EXPECT_EQ(metrics["objectives 2:4 nn.MSELoss objective 1 value"],
            judged["objectives"][1]["value"]);
}

TEST_F(CompleteRuns, AreNotCompleteWhileTheyGoOn) {
  ASSERT_EQ(train_run().exit_code, 0);
  ASSERT_TRUE(fs::exists(folder() + "/run/metrics.json"));
  const RunningProgram longer(
      {FACET_PROGRAM, "train", "run", "--resume", "--quiet", "--set", "training.steps=100000000"},
      folder());
  for (int i = 0; i < 3000 && fs::exists(folder() + "/run/metrics.json"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(fs::exists(folder() + "/run/metrics.json"));
  kill(longer.id(), SIGTERM);
  EXPECT_EQ(longer.wait().exit_code, 75);
}

TEST_F(CompleteRuns, OfSeveralSeedsHaveOneEach) {
  ASSERT_EQ(train_run({"--seeds", "2", "--set", "training.steps=2"}).exit_code, 0);
  for (const char* seed : {"run/seed-0/", "run/seed-1/"})
    EXPECT_TRUE(nlohmann::json::parse(read(std::string(seed) + "metrics.json"))
                    .contains("decoding 0:2 position knn r2"));
}

}  // namespace
}  // namespace facet
