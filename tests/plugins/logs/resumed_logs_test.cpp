// Logs of runs that were killed, went back, or could not write.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "facet/warning.h"
#include "framework/files/files.h"
#include "plugins/logs/watched.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using test::log_into;
using test::report;
using test::take_steps;
using testing::ElementsAre;

class ResumedLogs : public testing::Test {
 protected:
  /// The first number of each line of a text log.
  std::vector<int> steps(const std::string& file) const {
    std::ifstream lines(path(file));
    std::vector<int> steps;
    for (std::string line; std::getline(lines, line);)
      if (const auto digit = line.find_first_of("0123456789"); !line.starts_with("step"))
        steps.push_back(std::stoi(line.substr(digit)));
    return steps;
  }
  void add_to(const std::string& file, const std::string& text) const {
    std::ofstream(path(file), std::ios::app) << text;
  }
  std::string path(const std::string& file) const { return folder.path() + "/" + file; }

  const TemporaryFolder folder;
};

TEST_F(ResumedLogs, DropWhatCameAfterTheCheckpointAndLinesThatAreNotWhole) {
  for (const char* name : {"csv", "jsonl"}) {
    const std::string file = std::string("log.") + name;
    take_steps(*log_into(folder.path(), name), 1, 9);  // the ninth row waits, and is lost
    add_to(file, std::string("{\"step\":") + "9,\"to");
    const auto resumed = log_into(folder.path(), name, 5);
    EXPECT_THAT(steps(file), ElementsAre(1, 2, 3, 4, 5)) << "at once";
    take_steps(*resumed, 6, 7);
    resumed->on_end();
    EXPECT_THAT(steps(file), ElementsAre(1, 2, 3, 4, 5, 6, 7));
    EXPECT_FALSE(path_exists(path(file + ".new")));
  }
}

/// Columns stay, and those that the rest of the run has come to them.
TEST_F(ResumedLogs, KeepTheTable) {
  write_text(path("log.csv"), "step,total,gone\n1,2,3\n2,4,6\n");
  const auto resumed = log_into(folder.path(), "csv", 1);
  EXPECT_EQ(read_text(path("log.csv")), "step,total,gone\n1,2,3\n");
  resumed->on_validation(report(2, {{"total", 8}}));
  resumed->on_end();
  EXPECT_EQ(read_text(path("log.csv")), "step,total,gone,validation.total\n1,2,3,\n2,,,8\n");
}

TEST_F(ResumedLogs, BeginWhereThereWasNone) {
  for (const char* name : {"csv", "jsonl"}) {
    const auto resumed = log_into(folder.path(), name, 5);
    take_steps(*resumed, 6, 7);
    resumed->on_end();
    EXPECT_THAT(steps(std::string("log.") + name), ElementsAre(6, 7));
  }
}

/// As on_nonfinite = "rollback" does.
TEST_F(ResumedLogs, GoBackWithTheTraining) {
  for (const char* name : {"csv", "jsonl"}) {
    const auto log = log_into(folder.path(), name, 0, 2);
    take_steps(*log, 1, 8);
    take_steps(*log, 5, 6);
    log->on_end();
    EXPECT_THAT(steps(std::string("log.") + name), ElementsAre(2, 4, 6));
  }
}

TEST_F(ResumedLogs, SayWhatTheyCannotGoOnWith) {
  write_text(path("log.csv"), "time,total\n1,2\n");
  EXPECT_EQ(error_of([&] { log_into(folder.path(), "csv", 1); }),
            path("log.csv") +
                ":1: the first column must be step, got 'time,total': the log cannot "
                "go on; move the file, and a new one is begun");
  write_text(path("log.jsonl"), "{\"step\":1}\n{\"total\":1}\n");
  EXPECT_EQ(error_of([&] { log_into(folder.path(), "jsonl", 1); }),
            path("log.jsonl") +
                ":2: must begin with {\"step\":STEP, got '{\"total\":1}': the log "
                "cannot go on; move the file, and a new one is begun");
}

TEST_F(ResumedLogs, NameTheFileWhereTheDiskIsFull) {
  for (const char* name : {"csv", "jsonl"}) {
    const std::string file = path(std::string("log.") + name);
    std::filesystem::create_symlink("/dev/full", file);
    const auto log = log_into(folder.path(), name);
    take_steps(*log, 1, 1);
    EXPECT_EQ(error_of([&] { log->on_checkpoint(1); }),
              file + ": cannot be written: No space left on device");
    log->on_end();  // has nothing to write any more
  }
}

/// While it lives, no file may grow longer.
class LongestFile {
 public:
  explicit LongestFile(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~LongestFile() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  LongestFile(const LongestFile&) = delete;
  LongestFile& operator=(const LongestFile&) = delete;

 private:
  rlimit before_{};
  const sighandler_t handler_;
};

TEST_F(ResumedLogs, NameTheEventFileThatCannotGrow) {
  const auto log = log_into(folder.path(), "tensorboard");
  take_steps(*log, 1, 1);
  std::string file;
  for (const auto& entry : std::filesystem::directory_iterator(path("tensorboard")))
    file = entry.path();
  const LongestFile limit(std::filesystem::file_size(file) + 10);
  EXPECT_EQ(error_of([&] { log->on_checkpoint(1); }), file + ": cannot be written: File too large");
}

TEST_F(ResumedLogs, NameTheFolderThatCannotBeMade) {
  write_text(path("tensorboard"), "a file");
  EXPECT_EQ(error_of([&] { log_into(folder.path(), "tensorboard"); }),
            path("tensorboard") + ": cannot be made: Not a directory");
  const std::string missing = path("none");
  EXPECT_EQ(error_of([&] { log_into(missing, "csv"); }),
            missing + "/log.csv: cannot be written: No such file or directory");
}

TEST_F(ResumedLogs, SayThatThereIsNoFolder) {
  for (const char* name : {"csv", "jsonl", "tensorboard"}) {
    std::string warned;
    const WarningSink sink([&](const std::string& warning) { warned += warning; });
    const auto log = log_into("", name);
    take_steps(*log, 1, 3);
    log->on_validation(report(3, {{"total", 1}}));
    log->on_checkpoint(3);
    log->on_end();
    EXPECT_EQ(warned, "nothing is logged, since the run is written into no folder");
  }
}

}  // namespace
}  // namespace facet
