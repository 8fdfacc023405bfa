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

class Greeting;
class Welcome;

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
  const StorePlace& place() const { return place_; }
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

  /// Gives the port of its store.
  std::uint16_t meet_first_rank();
  void join();
  void leave() noexcept;
  RankNumbers all() const;
  std::int64_t first_without(const RankNumbers& gone) const;
  std::string names_of(const RankNumbers& ranks) const;
  bool has_left(std::int64_t rank) const;
  /// What each of `missing` has set under `name`; who has is missing no more.
  void look_for(const std::string& name, RankNumbers& missing, std::vector<std::string>& texts);
  std::vector<std::string> ask(const std::string& name, const std::string& text, RankNumbers ranks);
  /// Where another rank fails, or does without others.
  void throw_if_told();
  [[noreturn]] void throw_absent(const RankNumbers& ranks);
  [[noreturn]] void throw_ended(const RankNumbers& ranks, std::int64_t step);
  [[noreturn]] void throw_store_lost(std::int64_t step);

  const Launch launch_;
  std::chrono::milliseconds timeout_;
  StorePlace place_;
  std::unique_ptr<Welcome> welcome_;  // where this rank is the first, and holds the store
  std::unique_ptr<Greeting> greeting_;
  std::unique_ptr<HeldStore> held_;
  std::unique_ptr<RankStore> store_;
  std::vector<Peer> peers_;
  std::int64_t rounds_ = 0;
  RankNumbers gone_;                    // ended, or never came
  std::optional<std::int64_t> teller_;  // where others know why this one ends: who tells the user
};

/// The name under which a rank tells something of its own.
std::string with_rank(const std::string& name, std::int64_t rank);

/// The name of the first failure in the store: which rank tells the user, and what it was.
inline constexpr const char* failed = "failed";
/// Set in the store as soon as a rank does without others that have ended or do not answer: who
/// tells the user, and what.
inline constexpr const char* given_up = "given_up";

}  // namespace facet
