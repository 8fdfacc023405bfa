#include "framework/parallel/guests.h"

#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/ip/v6_only.hpp>
#include <cerrno>

#include "framework/parallel/meeting_times.h"

namespace facet {

using boost::asio::ip::tcp;

bool Guest::has_ended() {
  char next = 0;
  const auto size = ::recv(stream.socket().native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
  return size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR);
}

Guests::Guests(const Introduction& own) : own_(own) {}

void Guests::listen_at(std::uint16_t port) {
  boost::system::error_code no_version_6;
  acceptor_.open(tcp::v6(), no_version_6);
  if (no_version_6)
    acceptor_.open(tcp::v4());
  else
    acceptor_.set_option(boost::asio::ip::v6_only(false));
  acceptor_.set_option(tcp::acceptor::reuse_address(true));
  acceptor_.bind({no_version_6 ? tcp::v4() : tcp::v6(), port});
  acceptor_.listen();
  acceptor_.non_blocking(true);
}

std::unique_ptr<Guest> Guests::next() {
  tcp::socket socket(context_);
  boost::system::error_code nobody;
  acceptor_.accept(socket, nobody);
  if (nobody) return nullptr;
  auto guest = std::make_unique<Guest>(Guest{tcp::iostream(std::move(socket)), {}});
  guest->stream.expires_after(time_to_answer);
  const auto introduction = hear(guest->stream);
  if (!introduction) return nullptr;
  guest->introduction = *introduction;
  return guest;
}

bool Guests::is_here(std::int64_t rank) const {
  return rank == own_.rank || std::ranges::any_of(come_, [&](const auto& guest) {
           return guest->introduction.rank == rank;
         });
}

std::string Guests::refusal(const Introduction& other) const {
  if (is_here(other.rank))
    return "two processes are rank " + std::to_string(other.rank) + ", one of them on host " +
           other.host +
           ": two trainings meet at the same port (MASTER_PORT chooses another one), or two ranks "
           "have the same number";
  return difference(own_, other);
}

std::string Guests::missing() const {
  std::string names;
  for (std::int64_t rank = 0; rank < own_.size; ++rank)
    if (!is_here(rank)) names += (names.empty() ? "rank " : ", rank ") + std::to_string(rank);
  return names;
}

std::vector<std::int64_t> Guests::ended() const {
  std::vector<std::int64_t> ranks;
  for (const auto& guest : come_)
    if (guest->has_ended()) ranks.push_back(guest->introduction.rank);
  return ranks;
}

}  // namespace facet
