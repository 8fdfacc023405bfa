#include <algorithm>
#include <thread>

#include "facet/error.h"
#include "framework/parallel/greeting.h"
#include "framework/parallel/guests.h"
#include "framework/parallel/meeting_times.h"
#include "framework/parallel/ranks_errors.h"

namespace facet {

Welcome::Welcome(const Launch& launch)
    : launch_(launch), guests_(std::make_unique<Guests>(own_introduction(launch))) {
  try {
    guests_->listen_at(launch.port);
  } catch (const std::exception& error) {
    throw Error("the ranks cannot meet at port " + std::to_string(launch.port) +
                " of this host (MASTER_PORT chooses another one): " + error.what());
  }
}

Welcome::~Welcome() = default;

std::string Welcome::wait_for_all(std::chrono::milliseconds timeout) {
  std::string failure;
  for (auto end = MeetingClock::now() + timeout; !guests_->all_are_here();) {
    if (MeetingClock::now() >= end)
      return failure.empty() ? absence(guests_->missing(), launch_, timeout) : failure;
    auto guest = guests_->next();
    if (!guest) {
      std::this_thread::sleep_for(between_looks);
      continue;
    }
    if (failure.empty()) {
      failure = guests_->refusal(guest->introduction);
      // Those who come just now hear of it, too.
      if (!failure.empty()) end = std::min(end, MeetingClock::now() + time_to_leave);
    }
    guests_->let_in(std::move(guest));
  }
  return failure;
}

void Welcome::receive_all(std::uint16_t store_port, std::chrono::milliseconds timeout) {
  const std::string failure = wait_for_all(timeout);
  for (const auto& guest : guests_->come()) {
    guest->stream.expires_after(time_to_answer);
    if (failure.empty())
      guest->stream << come_in << store_port << std::endl;
    else
      guest->stream << go_away << failure << std::endl;
  }
  if (!failure.empty()) throw RankFailed(failure);
}

std::vector<std::int64_t> Welcome::ended() {
  return guests_->ended();
}

}  // namespace facet
