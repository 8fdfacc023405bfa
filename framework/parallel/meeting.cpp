#include "framework/parallel/meeting.h"

#include <torch/version.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <sstream>
#include <thread>

#include "framework/parallel/meeting_times.h"
#include "framework/parallel/own_address.h"
#include "framework/parallel/ranks_errors.h"

namespace facet {

namespace {

std::string own_host() {
  std::array<char, 256> name{};
  ::gethostname(name.data(), name.size() - 1);
  return name.data();
}

/// Somebody is there, since a connection could be made.
std::string no_store_there(const Launch& launch, const std::string& reason) {
  const std::string there = launch.host + ", port " + std::to_string(launch.port);
  if (launch.launcher_holds_store)
    return "torchrun holds the store of the ranks at " + there + ", which this libtorch (" +
           TORCH_VERSION + ") cannot use (" + reason +
           "): it is of another PyTorch. Start it with --rdzv-backend=c10d "
           "--rdzv-endpoint=HOST:PORT and, in its environment, "
           "TORCH_DISABLE_SHARE_RDZV_TCP_STORE=1, then rank 0 holds the store (docs/ranks.md)";
  return "what is at " + there + " does not answer as rank 0 does (" + reason +
         "): it is another program (MASTER_PORT chooses another port), or has another libtorch "
         "than " +
         TORCH_VERSION;
}

}  // namespace

std::string with_rank(const std::string& name, std::int64_t rank) {
  return name + "/" + std::to_string(rank);
}

Meeting::Meeting(const Launch& launch, std::chrono::milliseconds timeout)
    : launch_(launch), timeout_(timeout) {
  if (launch_.rank == 0 && !launch_.launcher_holds_store)
    held_ = std::make_unique<HeldStore>(launch_.port);
  try {
    join();
  } catch (...) {
    leave();
    throw;
  }
}

Meeting::~Meeting() {
  leave();
}

void Meeting::join() {
  const std::string address = address_towards(launch_.host, launch_.port, timeout_);
  try {
    store_ = std::make_unique<RankStore>(place());
  } catch (const StoreLost& error) {
    throw Error(no_store_there(launch_, error.what()));
  }
  if (store_->count(with_rank("came", launch_.rank)) > 1)
    throw Error("another process is rank " + std::to_string(launch_.rank) + " at " + launch_.host +
                ", port " + std::to_string(launch_.port) +
                ": another training meets there (MASTER_PORT chooses another port), or two ranks "
                "have the same number");
  agree_on_size();
  const std::string own = own_host() + "\n" + std::to_string(::getpid()) + "\n" + address;
  for (const std::string& text : ask("joined", own, all())) {
    std::istringstream lines(text);
    Peer& peer = peers_.emplace_back();
    std::getline(lines, peer.host);
    std::getline(lines, peer.process);
    std::getline(lines, peer.address);
  }
}

/// Before anything is waited for: a rank that counts others than the rest would wait in vain.
void Meeting::agree_on_size() {
  const std::string size = std::to_string(launch_.size);
  const std::string own =
      size + " on rank " + std::to_string(launch_.rank) + " (host " + own_host() + ")";
  store_->set_first("size", own);
  const std::string first = store_->find("size").value_or(own);
  if (!first.starts_with(size + " "))
    fail_on_all("the ranks differ in how many they are: " + first + ", " + own +
                "; what starts them has to tell all of them the same number");
}

/// Whoever holds the store goes last, so that what was told can be read.
void Meeting::leave() noexcept try {
  if (!store_) return;
  store_->set_patience(time_to_answer);
  store_->set(with_rank("left", launch_.rank), "");
  if (!held_) return;
  RankNumbers others = all();
  std::erase_if(others,
                [&](std::int64_t rank) { return std::ranges::find(gone_, rank) != gone_.end(); });
  for (const auto end = MeetingClock::now() + time_to_leave;
       MeetingClock::now() < end && !others.empty();) {
    std::erase_if(others, [&](std::int64_t rank) { return has_left(rank); });
    if (!others.empty()) std::this_thread::sleep_for(between_looks);
  }
} catch (const std::exception&) {  // there is nobody to tell it
}

bool Meeting::has_left(std::int64_t rank) const {
  return store_->find(with_rank("left", rank)).has_value();
}

Meeting::RankNumbers Meeting::all() const {
  RankNumbers ranks(static_cast<std::size_t>(launch_.size));
  std::iota(ranks.begin(), ranks.end(), 0);
  return ranks;
}

const std::string& Meeting::host_of(std::int64_t rank) const {
  return peers_.at(static_cast<std::size_t>(rank)).host;
}

std::string Meeting::reachable_address() const {
  const std::string& own = peers_.at(static_cast<std::size_t>(launch_.rank)).address;
  if (!is_loopback(own)) return own;
  for (const Peer& peer : peers_)  // of another machine, where the store is on this one
    if (!is_loopback(peer.address)) return address_on_route_to(peer.address);
  return own;
}

std::vector<std::string> Meeting::read(const std::string& name, RankNumbers& ranks,
                                       std::chrono::milliseconds time) {
  std::vector<std::string> texts(static_cast<std::size_t>(launch_.size));
  for (const auto end = MeetingClock::now() + time;;) {
    throw_if_one_failed();
    std::erase_if(ranks, [&](std::int64_t rank) {
      const auto text = store_->find(with_rank(name, rank));
      if (text) texts[static_cast<std::size_t>(rank)] = *text;
      return text.has_value();
    });
    if (ranks.empty() || MeetingClock::now() >= end) return texts;
    std::this_thread::sleep_for(between_looks);
  }
}

std::vector<std::string> Meeting::ask(const std::string& name, const std::string& text,
                                      RankNumbers ranks) {
  try {
    store_->set(with_rank(name, launch_.rank), text);
    std::vector<std::string> texts = read(name, ranks, timeout_);
    if (!ranks.empty()) throw_absent(ranks);
    return texts;
  } catch (const StoreLost&) {
    throw_store_lost(0);
  }
}

std::vector<std::string> Meeting::ask_all(const std::string& what, const std::string& text) {
  return ask(what + "/" + std::to_string(rounds_++), text, all());
}

std::string Meeting::ask_first(const std::string& text) {
  return ask("first/" + std::to_string(rounds_++), text, {0})[0];
}

}  // namespace facet
