#include "framework/sweeping/run_sweep.h"

#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <list>
#include <set>
#include <sstream>
#include <thread>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/assembly/compute_threads.h"
#include "framework/files/files.h"
#include "framework/files/folder_lock.h"
#include "framework/judging/metrics_file.h"
#include "framework/processes/side_by_side.h"

namespace facet {

namespace {

constexpr auto between_looks = std::chrono::milliseconds(20);

bool is_in_use(const std::string& folder) {
  try {
    FolderLock::require_free(folder);
    return false;
  } catch (const Error&) {
    return true;
  }
}

std::vector<std::pair<std::string, std::string>> share_of_cores(std::int64_t jobs) {
  if (std::getenv("OMP_NUM_THREADS")) return {};
  const std::int64_t share = std::max<std::int64_t>(num_usable_cores() / jobs, 1);
  return {{"OMP_NUM_THREADS", std::to_string(share)}};
}

/// What it said last but for warnings, on one line.
std::string reason_in(const std::string& log) {
  std::istringstream text(path_exists(log) ? read_text(log) : "");
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) {
    if (line.empty() || line.starts_with("warning: ")) continue;
    line.erase(0, line.find_first_not_of(' '));
    lines.push_back(line.starts_with("facet: ") ? line.substr(7) : line);
  }
  return join(lines, " ");
}

class RunningSweep {
 public:
  RunningSweep(const SweepFolder& folder, const SweepQuestion& question,
               const SweepProgram& program)
      : folder_(folder), question_(question), program_(program) {
    for (const SweepRun& run : runs_of(question, make_trials(question))) {
      ++num_runs_;
      if (folder.is_complete(run))
        require_figure(run);
      else
        waiting_.push_back(run);
    }
    num_complete_ = num_runs_ - waiting_.size();
  }

  SweepEnd go_on() {
    while (!waiting_.empty() || !running_.empty()) {
      if (!end_.stopped && program_.asked_to_end()) stop();
      start_what_may();
      while (const auto ended = programs_.take_ended()) take(*ended);
      std::this_thread::sleep_for(between_looks);
    }
    return end_;
  }

 private:
  void stop() {
    end_.stopped = true;
    waiting_.clear();
    programs_.ask_to_end();
  }

  void start_what_may() {
    for (auto run = waiting_.begin(); run != waiting_.end();) {
      if (static_cast<std::int64_t>(running_.size()) == program_.jobs) return;
      // The program of a sweep that was killed saves what it has.
      if (is_in_use(folder_.folder(*run).path())) {
        if (waited_for_.insert(to_string(*run)).second)
          tell(to_string(*run) + " is in use by another process: waiting until that has ended");
        ++run;
        continue;
      }
      running_[programs_.start(program_of(*run))] = *run;
      run = waiting_.erase(run);
    }
  }

  Program program_of(const SweepRun& run) const {
    return {{program_.facet, "train", folder_.config(run), "--out", folder_.folder(run).path(),
             "--resume", "--judge", "--quiet"},
            share_of_cores(program_.jobs),
            folder_.log(run)};
  }

  void take(const EndedProgram& ended) {
    const SweepRun run = running_.at(ended.id);
    running_.erase(ended.id);
    if (WIFEXITED(ended.status) && WEXITSTATUS(ended.status) == 0 && folder_.is_complete(run)) {
      require_figure(run);
      tell(to_string(run) + " is done, " + std::to_string(++num_complete_) + " of " +
           std::to_string(num_runs_));
      return;
    }
    if (end_.stopped) return;
    std::string reason = reason_in(folder_.log(run));
    if (WIFSIGNALED(ended.status))
      reason = std::string("ended by a signal: ") + ::strsignal(WTERMSIG(ended.status));
    if (reason.empty())
      reason = "ended with the exit code " + std::to_string(WEXITSTATUS(ended.status));
    end_.failures[to_string(run)] = reason;
    tell(to_string(run) + " failed: " + reason);
  }

  void require_figure(const SweepRun& run) const {
    if (question_.best.empty()) return;
    const Figures figures = read_flat_figures(folder_.folder(run).metrics());
    if (find_value(figures, question_.best)) return;
    throw Error(to_string(run) + " has no figure '" + question_.best + "'" +
                did_you_mean(question_.best, steps_at(figures, 0)) + " (all are in " +
                folder_.folder(run).metrics() + "): --resume goes on with another --best");
  }

  void tell(const std::string& line) const {
    if (program_.note) program_.note(line);
  }

  const SweepFolder& folder_;
  const SweepQuestion& question_;
  const SweepProgram& program_;
  std::size_t num_runs_ = 0, num_complete_ = 0;
  std::list<SweepRun> waiting_;
  std::set<std::string> waited_for_;
  std::map<pid_t, SweepRun> running_;
  SideBySide programs_;
  SweepEnd end_;
};

}  // namespace

SweepEnd run_sweep(const SweepFolder& folder, const SweepQuestion& question,
                   const SweepProgram& program) {
  const FolderLock lock(folder.path());
  return RunningSweep(folder, question, program).go_on();
}

}  // namespace facet
