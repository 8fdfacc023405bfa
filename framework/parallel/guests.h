#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "framework/parallel/introduction.h"

namespace facet {

/// A rank that has come to rank 0.
struct Guest {
  boost::asio::ip::tcp::iostream stream;
  Introduction introduction;

  bool has_ended();
};

/// Those that come to rank 0, which listens for them.
class Guests {
 public:
  explicit Guests(const Introduction& own);

  void listen_at(std::uint16_t port);
  /// The next one that has come and introduced itself, if one has.
  std::unique_ptr<Guest> next();

  /// In the order in which they came.
  const std::vector<std::unique_ptr<Guest>>& come() const { return come_; }
  void let_in(std::unique_ptr<Guest> guest) { come_.push_back(std::move(guest)); }
  bool all_are_here() const { return static_cast<std::int64_t>(come_.size()) + 1 >= own_.size; }
  /// Why it cannot be with those who have come; empty where it can.
  std::string refusal(const Introduction& other) const;
  /// The names of those who have not come.
  std::string missing() const;
  std::vector<std::int64_t> ended() const;

 private:
  bool is_here(std::int64_t rank) const;

  const Introduction own_;
  boost::asio::io_context context_;
  boost::asio::ip::tcp::acceptor acceptor_{context_};
  std::vector<std::unique_ptr<Guest>> come_;  // whose sockets are of the context
};

}  // namespace facet
