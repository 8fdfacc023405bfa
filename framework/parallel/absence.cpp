// What a rank does where others fail, end or do not answer.
#include <algorithm>
#include <sstream>
#include <thread>

#include "framework/parallel/introduction.h"
#include "framework/parallel/meeting.h"
#include "framework/parallel/meeting_times.h"
#include "framework/parallel/ranks_errors.h"

namespace facet {

namespace {

constexpr std::int64_t every_rank = -1;

std::string telling(std::int64_t teller, const std::string& message) {
  return std::to_string(teller) + " " + message;
}

std::string since(std::int64_t step) {
  return step > 0 ? " since step " + std::to_string(step) : "";
}

}  // namespace

RankFailed::~RankFailed() = default;
RanksEnded::~RanksEnded() = default;

std::string Meeting::names_of(const RankNumbers& ranks) const {
  std::string names;
  for (const std::int64_t rank : ranks) {
    names += (names.empty() ? "rank " : ", rank ") + std::to_string(rank);
    if (peers_.empty()) continue;
    const Peer& peer = peers_.at(static_cast<std::size_t>(rank));
    names += " (host " + peer.host + ", process " + peer.process + ")";
  }
  return names;
}

std::int64_t Meeting::first_without(const RankNumbers& gone) const {
  const RankNumbers ranks = all();
  const auto first = std::ranges::find_if(
      ranks, [&](std::int64_t rank) { return std::ranges::find(gone, rank) == gone.end(); });
  return first == ranks.end() ? 0 : *first;
}

void Meeting::throw_if_told() {
  for (const char* name : {failed, given_up}) {
    const auto told = store_->find(name);
    if (!told) continue;
    const std::size_t end = told->find(' ');
    teller_ = std::stoll(told->substr(0, end));
    const std::string message = told->substr(end + 1);
    if (name == failed) throw RankFailed(message);
    throw RanksEnded(message);
  }
}

void Meeting::fail_on_all(const std::string& message) {
  teller_ = every_rank;
  store_->set_first(failed, telling(every_rank, message));
  throw RankFailed(message);
}

void Meeting::throw_absent(const RankNumbers& ranks) {
  gone_ = ranks;
  fail_on_all(absence(names_of(ranks), launch_, timeout_));
}

void Meeting::explain_failed_sum(const std::string& reason, std::int64_t step) {
  try {
    store_->set_patience(time_to_answer);
    throw_if_told();
    store_->set(with_rank("alive", launch_.rank), std::to_string(step));
    RankNumbers silent = all();
    std::vector<std::string> steps(silent.size());
    for (const auto end = MeetingClock::now() + time_to_answer;
         MeetingClock::now() < end && !silent.empty();) {
      look_for("alive", silent, steps);
      if (!silent.empty()) std::this_thread::sleep_for(between_looks);
    }
    if (!silent.empty()) throw_ended(silent, step);
    std::string known;
    for (const std::string& at : steps) known += (known.empty() ? "" : ", ") + at;
    fail_on_all("the ranks lost one another, though all answer; they are at steps " + known + ": " +
                reason);
  } catch (const StoreLost&) {
    throw_store_lost(step);
  }
}

void Meeting::throw_ended(const RankNumbers& ranks, std::int64_t step) {
  gone_ = ranks;
  teller_ = first_without(gone_);
  const std::string message = names_of(ranks) + " ended or " +
                              (ranks.size() == 1 ? "does not answer" : "do not answer") +
                              since(step);
  store_->set_first(given_up, telling(*teller_, message));
  throw RanksEnded(message);
}

void Meeting::throw_store_lost(std::int64_t step) {
  store_.reset();
  teller_ = launch_.rank;  // who else is there cannot be known
  if (launch_.launcher_holds_store)
    throw RanksEnded("the program that started the ranks ended or does not answer" + since(step));
  throw RanksEnded(names_of({0}) + " ended or does not answer" + since(step));
}

bool Meeting::tell_failure(const std::string& message) noexcept try {
  if (teller_) return *teller_ != launch_.rank && *teller_ != every_rank;
  if (!store_) return false;
  store_->set_first(failed, telling(0, names_of({launch_.rank}) + ": " + message));
  if (launch_.rank == 0) return false;
  for (const auto end = MeetingClock::now() + time_to_leave; MeetingClock::now() < end;) {
    if (has_left(0)) return true;
    std::this_thread::sleep_for(between_looks);
  }
  return false;
} catch (const std::exception&) {
  return false;
}

}  // namespace facet
