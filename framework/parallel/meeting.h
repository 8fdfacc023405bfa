#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "framework/parallel/launch.h"
#include "framework/parallel/rank_store.h"

namespace facet {

/// The ranks at their store: who has come, what each one tells, who is gone. Whatever waits throws
/// RankFailed where a rank has told its failure.
class Meeting {
 public:
  /// Joins, and waits for all.
  Meeting(const Launch& launch, std::chrono::milliseconds timeout);
  ~Meeting();
  Meeting(const Meeting&) = delete;
  Meeting& operator=(const Meeting&) = delete;

  const Launch& launch() const { return launch_; }
  StorePlace place() const { return {launch_.host, launch_.port, launch_.prefix}; }
  std::chrono::milliseconds timeout() const { return timeout_; }
  void set_timeout(std::chrono::milliseconds timeout) { timeout_ = timeout; }
  const std::string& host_of(std::int64_t rank) const;
  /// This machine's, for the other ranks.
  std::string reachable_address() const;

  /// What every rank hands in, by rank; each call is a round of its own, with the same `what` on
  /// every rank.
  std::vector<std::string> ask_all(const std::string& what, const std::string& text);
  /// What rank 0 hands in.
  std::string ask_first(const std::string& text);

  /// A sum failed, for a reason that says nothing of other ranks: finds out who is gone, and throws
  /// RanksEnded that names them.
  [[noreturn]] void explain_failed_sum(const std::string& reason, std::int64_t step);
  /// Throws RankFailed, as every other rank does, and each of them tells the user.
  [[noreturn]] void fail_on_all(const std::string& message);
  /// See JoinedRanks.
  bool tell_failure(const std::string& message) noexcept;

 private:
  /// A rank that has come.
  struct Peer {
    std::string host, process, address;
  };
  using RankNumbers = std::vector<std::int64_t>;

  void join();
  void agree_on_size();
  void leave() noexcept;
  RankNumbers all() const;
  std::int64_t first_without(const RankNumbers& gone) const;
  std::string names_of(const RankNumbers& ranks) const;
  bool has_left(std::int64_t rank) const;
  /// What each of `ranks` has set under `name`, as far as it has within the time.
  std::vector<std::string> read(const std::string& name, RankNumbers& ranks,
                                std::chrono::milliseconds time);
  std::vector<std::string> ask(const std::string& name, const std::string& text, RankNumbers ranks);
  void throw_if_one_failed();
  [[noreturn]] void throw_absent(const RankNumbers& ranks);
  [[noreturn]] void throw_ended(const RankNumbers& ranks, std::int64_t step);
  [[noreturn]] void throw_store_lost(std::int64_t step);

  const Launch launch_;
  std::chrono::milliseconds timeout_;
  std::unique_ptr<HeldStore> held_;  // where this rank holds it
  std::unique_ptr<RankStore> store_;
  std::vector<Peer> peers_;
  std::int64_t rounds_ = 0;
  RankNumbers gone_;                    // ended, or never came
  std::optional<std::int64_t> teller_;  // where others know why this one ends: who tells the user
};

/// The name under which a rank tells something of its own.
std::string with_rank(const std::string& name, std::int64_t rank);

/// Set in the store as soon as a rank does without others that have ended or do not answer.
inline constexpr const char* given_up = "given_up";

}  // namespace facet
