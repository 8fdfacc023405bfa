#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "facet/error.h"

namespace facet {

/// Whoever holds the store has ended, or does not answer.
class StoreLost : public Error {
 public:
  using Error::Error;
};

struct StorePlace {
  std::string host;
  std::uint16_t port = 0;
  std::string prefix;  ///< of all names
};

/// Holds the store of the ranks, a server of texts by name, until it goes away.
class HeldStore {
 public:
  /// 0: a port that is free. Throws Error where it is not.
  explicit HeldStore(std::uint16_t port);
  ~HeldStore();

  std::uint16_t port() const;

 private:
  struct Server;
  std::shared_ptr<Server> server_;
};

/// What ranks tell one another. No call waits for what is not there; each throws StoreLost where
/// the store gives no answer in time.
class RankStore {
 public:
  explicit RankStore(const StorePlace& place);
  ~RankStore();

  void set(const std::string& name, const std::string& text);
  /// Where nobody has set it yet.
  void set_first(const std::string& name, const std::string& text);
  std::optional<std::string> find(const std::string& name);

  /// How long each call waits for an answer.
  void set_patience(std::chrono::milliseconds patience) { patience_ = patience; }

 private:
  struct Client;

  std::shared_ptr<Client> client_;
  std::string prefix_;
  std::chrono::milliseconds patience_ = std::chrono::seconds(20);
};

}  // namespace facet
