#include "framework/parallel/meeting.h"

#include <torch/version.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>
#include <sstream>
#include <thread>

#include "framework/parallel/greeting.h"
#include "framework/parallel/meeting_times.h"
#include "framework/parallel/own_address.h"
#include "framework/parallel/ranks_errors.h"

namespace facet {

namespace {

std::string no_store_there(const Launch& launch, const std::string& reason) {
  if (launch.launcher_holds_store)
    return "torchrun holds the store of the ranks at " + launch.host + ", port " +
           std::to_string(launch.port) + ", which this libtorch (" + TORCH_VERSION +
           ") cannot use (" + reason +
           "): it is of another PyTorch. Start it with --rdzv-backend=c10d "
           "--rdzv-endpoint=HOST:PORT and, in its environment, "
           "TORCH_DISABLE_SHARE_RDZV_TCP_STORE=1, then rank 0 holds the store (docs/ranks.md)";
  return "the store of the ranks, which rank 0 holds, gives no answer: " + reason;
}

}  // namespace

std::string with_rank(const std::string& name, std::int64_t rank) {
  return name + "/" + std::to_string(rank);
}

Meeting::Meeting(const Launch& launch, std::chrono::milliseconds timeout)
    : launch_(launch), timeout_(timeout), place_{launch.host, launch.port, launch.prefix} {
  if (!launch_.launcher_holds_store) place_.port = meet_first_rank();
  try {
    join();
  } catch (...) {
    leave();
    throw;
  }
}

std::uint16_t Meeting::meet_first_rank() {
  if (launch_.rank != 0) {
    greeting_ = std::make_unique<Greeting>(launch_, timeout_);
    return greeting_->store_port();
  }
  held_ = std::make_unique<HeldStore>(0);
  welcome_ = std::make_unique<Welcome>(launch_);
  welcome_->receive_all(held_->port(), timeout_);
  return held_->port();
}

Meeting::~Meeting() {
  leave();
}

void Meeting::join() {
  const std::string address = address_towards(place_.host, place_.port, timeout_);
  try {
    store_ = std::make_unique<RankStore>(place_);
    store_->find(failed);  // the store of another libtorch lets connect, and answers nothing
  } catch (const StoreLost& error) {
    throw Error(no_store_there(launch_, error.what()));
  }
  const std::string own = own_host() + "\n" + std::to_string(::getpid()) + "\n" + address;
  for (const std::string& text : ask("joined", own, all())) {
    std::istringstream lines(text);
    Peer& peer = peers_.emplace_back();
    std::getline(lines, peer.host);
    std::getline(lines, peer.process);
    std::getline(lines, peer.address);
  }
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

void Meeting::look_for(const std::string& name, RankNumbers& missing,
                       std::vector<std::string>& texts) {
  throw_if_told();
  std::erase_if(missing, [&](std::int64_t rank) {
    const auto text = store_->find(with_rank(name, rank));
    if (text) texts.at(static_cast<std::size_t>(rank)) = *text;
    return text.has_value();
  });
}

std::vector<std::string> Meeting::ask(const std::string& name, const std::string& text,
                                      RankNumbers ranks) {
  std::vector<std::string> texts(static_cast<std::size_t>(launch_.size));
  try {
    store_->set(with_rank(name, launch_.rank), text);
    for (const auto end = MeetingClock::now() + timeout_;;) {
      RankNumbers ended =
          welcome_ ? welcome_->ended() : RankNumbers();  // what they told came before
      look_for(name, ranks, texts);
      if (ranks.empty()) return texts;
      std::erase_if(
          ended, [&](std::int64_t rank) { return std::ranges::find(ranks, rank) == ranks.end(); });
      if (!ended.empty()) throw_ended(ended, 0);
      if (MeetingClock::now() >= end) throw_absent(ranks);
      std::this_thread::sleep_for(between_looks);
    }
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
