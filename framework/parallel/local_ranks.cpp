#include "framework/parallel/local_ranks.h"

#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <map>
#include <thread>

#include "framework/assembly/compute_threads.h"
#include "framework/calls/unexpected_end.h"
#include "framework/parallel/launch.h"
#include "framework/parallel/meeting.h"
#include "framework/processes/end_signals.h"
#include "framework/processes/side_by_side.h"

namespace facet {

namespace {

using LocalClock = std::chrono::steady_clock;

// Together with what it takes them to notice, less than five seconds.
constexpr auto time_for_the_others = std::chrono::seconds(4);
constexpr auto time_after_they_gave_up = std::chrono::milliseconds(1500);

std::atomic<int> times_asked = 0;
std::atomic<bool> again_at_once = false;  // asked by somebody who does not want to wait

void note_signal(int signal) {
  const bool may_come_twice = signal == SIGHUP || signal == SIGUSR1;
  if (times_asked++ > 0 && !may_come_twice) again_at_once = true;
  if (signal == SIGINT && times_asked == 1)
    say_at_once(
        "\nfacet: the ranks end after this step, and save what was learned; a second Ctrl-C ends "
        "them at once\n");
}

/// The ranks of one machine and how they end.
class LocalRanks {
 public:
  LocalRanks(const LocalProgram& program, const std::function<void(const std::string&)>& tell)
      : program_(program), tell_(tell), store_({"127.0.0.1", held_.port(), prefix}) {
    for (std::int64_t rank = 0; rank < program_.count; ++rank)
      ranks_[programs_.start(program_of(rank))] = rank;
  }

  int run() {
    times_asked = 0;
    again_at_once = false;
    const EndSignals signals(note_signal);
    while (programs_.num_running() > 0) {
      pass_on_signals();
      while (const auto ended = programs_.take_ended()) note_end(*ended);
      if (!deadline_ && others_gave_up()) start_deadline(time_after_they_gave_up);
      if (deadline_ && LocalClock::now() > *deadline_) kill();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    if (failed_) return *failed_;
    if (any_saved_ || (any_killed_ && program_.is_saved())) return program_.exit_saved;
    return any_killed_ ? 1 : 0;
  }

 private:
  static constexpr const char* prefix = "/worker/attempt_0/facet";

  Program program_of(std::int64_t rank) const {
    const std::string number = std::to_string(rank), port = std::to_string(held_.port());
    Program program{program_.words,
                    {{"RANK", number},
                     {"LOCAL_RANK", number},
                     {"WORLD_SIZE", std::to_string(program_.count)},
                     {"MASTER_ADDR", "127.0.0.1"},
                     {"MASTER_PORT", port},
                     {"TORCHELASTIC_USE_AGENT_STORE", "True"},
                     {"TORCHELASTIC_RESTART_COUNT", "0"}},
                    ""};
    program.output = program_.output;
    program.end_signal = SIGUSR1;  // which may come to a rank from elsewhere, too
    program.in_own_group = true;   // Ctrl-C comes to this process, which passes it on once
    if (!own_variable("OMP_NUM_THREADS"))
      program.variables.emplace_back(
          "OMP_NUM_THREADS", std::to_string(std::max(1L, num_usable_cores() / program_.count)));
    return program;
  }

  void pass_on_signals() {
    if (again_at_once && !killed_) {
      tell_("ended by a second signal; what was saved before that is kept");
      kill();
    }
    if (times_asked == 0 || passed_on_) return;
    passed_on_ = true;
    programs_.ask_to_end();
  }

  void note_end(const EndedProgram& ended) {
    if (WIFSIGNALED(ended.status)) {
      if (!killed_ && !passed_on_)
        tell_("rank " + std::to_string(ranks_.at(ended.id)) + " (process " +
              std::to_string(ended.id) + ") was ended by signal " +
              std::to_string(WTERMSIG(ended.status)));
      any_killed_ = true;
      return start_deadline();
    }
    const int code = WEXITSTATUS(ended.status);
    any_saved_ = any_saved_ || code == program_.exit_saved;
    if (code == 0 || code == program_.exit_saved) return;
    if (!failed_) failed_ = code;
    start_deadline();
  }

  /// Asked now and then, since it is a question to the store.
  bool others_gave_up() {
    if (++looks_ % 10 != 0) return false;
    try {
      return store_.find(given_up).has_value();
    } catch (const StoreLost&) {
      return false;
    }
  }

  void start_deadline(LocalClock::duration time = time_for_the_others) {
    if (!deadline_) deadline_ = LocalClock::now() + time;
  }

  void kill() {
    killed_ = true;
    programs_.send(SIGKILL);
  }

  const LocalProgram& program_;
  const std::function<void(const std::string&)>& tell_;
  const HeldStore held_{0};
  RankStore store_;
  SideBySide programs_;
  std::map<pid_t, std::int64_t> ranks_;
  std::optional<LocalClock::time_point> deadline_;
  std::optional<int> failed_;
  bool any_killed_ = false, any_saved_ = false, passed_on_ = false, killed_ = false;
  std::int64_t looks_ = 0;
};

}  // namespace

std::int64_t most_local_ranks() {
  return std::max(16, num_usable_cores());
}

int run_local_ranks(const LocalProgram& program,
                    const std::function<void(const std::string&)>& tell) {
  return LocalRanks(program, tell).run();
}

}  // namespace facet
