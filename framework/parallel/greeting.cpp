#include "framework/parallel/greeting.h"

#include <boost/asio/ip/tcp.hpp>

#include "facet/error.h"
#include "framework/parallel/introduction.h"
#include "framework/parallel/meeting_times.h"
#include "framework/parallel/own_address.h"
#include "framework/parallel/ranks_errors.h"

namespace facet {

struct Greeting::Connection {
  boost::asio::ip::tcp::iostream stream;
};

Greeting::Greeting(const Launch& launch, std::chrono::milliseconds timeout)
    : connection_(std::make_unique<Connection>()) {
  address_towards(launch.host, launch.port, timeout);
  auto& stream = connection_->stream;
  stream.expires_after(timeout + 2 * time_to_leave);
  stream.connect(launch.host, std::to_string(launch.port));
  tell(stream, own_introduction(launch));
  std::string answer;
  std::getline(stream, answer);
  if (answer.starts_with(go_away)) throw RankFailed(answer.substr(go_away.size()));
  if (!answer.starts_with(come_in))
    throw Error("what is at " + launch.host + ", port " + std::to_string(launch.port) +
                " does not answer as rank 0 does: rank 0 has ended, or it is another program "
                "(MASTER_PORT chooses another port)");
  store_port_ = static_cast<std::uint16_t>(std::stoi(answer.substr(come_in.size())));
}

Greeting::~Greeting() = default;

}  // namespace facet
