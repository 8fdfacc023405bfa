// Where rank 0 holds the store, all others come to it by a connection of their own before they use
// the store: those of two versions of libtorch do not understand each other. It stays open, and
// tells when a rank has ended.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "framework/parallel/launch.h"

namespace facet {

class Guests;

/// The answers of rank 0; after them comes the port of the store, or the reason.
inline constexpr std::string_view come_in = "come in ", go_away = "go away ";

/// On rank 0.
class Welcome {
 public:
  /// Listens at the port of the launch. Throws Error where another program does.
  explicit Welcome(const Launch& launch);
  ~Welcome();

  /// Waits for all others, and tells each the port of the store. Throws RankFailed that says who
  /// did not come, or what is not the same; so do the others.
  void receive_all(std::uint16_t store_port, std::chrono::milliseconds timeout);
  /// Who of them has ended since.
  std::vector<std::int64_t> ended();

 private:
  /// Gives why they cannot train together; empty where they can.
  std::string wait_for_all(std::chrono::milliseconds timeout);

  const Launch launch_;
  const std::unique_ptr<Guests> guests_;
};

/// On every other rank.
class Greeting {
 public:
  /// Waits for rank 0, and until all have come to it.
  Greeting(const Launch& launch, std::chrono::milliseconds timeout);
  ~Greeting();

  std::uint16_t store_port() const { return store_port_; }

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
  std::uint16_t store_port_ = 0;
};

}  // namespace facet
