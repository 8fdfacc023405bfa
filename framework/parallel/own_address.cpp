#include "framework/parallel/own_address.h"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <thread>

#include "facet/error.h"

namespace facet {

namespace {

using Clock = std::chrono::steady_clock;
using Addresses = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

class Socket {
 public:
  explicit Socket(const addrinfo& address)
      : id_(::socket(address.ai_family, address.ai_socktype | SOCK_CLOEXEC, 0)) {
    const timeval one_second{1, 0};  // for connect, too
    ::setsockopt(id_, SOL_SOCKET, SO_SNDTIMEO, &one_second, sizeof one_second);
  }
  ~Socket() {
    if (id_ >= 0) ::close(id_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  bool connects_to(const addrinfo& address) const {
    return id_ >= 0 && ::connect(id_, address.ai_addr, address.ai_addrlen) == 0;
  }
  /// In numbers.
  std::string own_address() const {
    sockaddr_storage own{};
    socklen_t size = sizeof own;
    std::array<char, NI_MAXHOST> text{};
    ::getsockname(id_, reinterpret_cast<sockaddr*>(&own), &size);
    ::getnameinfo(reinterpret_cast<sockaddr*>(&own), size, text.data(), text.size(), nullptr, 0,
                  NI_NUMERICHOST);
    return text.data();
  }

 private:
  int id_;
};

/// Null where a name server does not answer for now.
Addresses addresses_of(const std::string& host, std::uint16_t port, int type) {
  addrinfo wanted{};
  wanted.ai_socktype = type;
  addrinfo* found = nullptr;
  const int failed = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found);
  if (failed && failed != EAI_AGAIN)
    throw Error("the host '" + host + "' is not known here: " + ::gai_strerror(failed));
  return {found, &::freeaddrinfo};
}

}  // namespace

std::string own_host() {
  std::array<char, 256> name{};
  ::gethostname(name.data(), name.size() - 1);
  return name.data();
}

std::string address_towards(const std::string& host, std::uint16_t port,
                            std::chrono::milliseconds time) {
  for (const auto end = Clock::now() + time;;) {
    const Addresses addresses = addresses_of(host, port, SOCK_STREAM);
    for (const addrinfo* address = addresses.get(); address; address = address->ai_next) {
      const Socket socket(*address);
      if (socket.connects_to(*address)) return socket.own_address();
    }
    if (Clock::now() >= end)
      throw Error("nobody listens at " + host + ", port " + std::to_string(port) + ": " +
                  std::strerror(errno));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

std::string address_on_route_to(const std::string& address) {
  const Addresses addresses = addresses_of(address, 9, SOCK_DGRAM);  // nothing is sent
  if (addresses) {
    const Socket socket(*addresses);
    if (socket.connects_to(*addresses)) return socket.own_address();
  }
  throw Error("no network of this machine leads to " + address);
}

bool is_loopback(const std::string& address) {
  return address.starts_with("127.") || address == "::1";
}

}  // namespace facet
