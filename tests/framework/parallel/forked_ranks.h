#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "framework/files/files.h"
#include "framework/parallel/joined_ranks.h"
#include "framework/parallel/rank_store.h"
#include "temporary_folder.h"

namespace facet::testing_parallel {

/// A port of this machine that nobody listens at.
inline std::uint16_t free_port() {
  const int id = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in own{};
  own.sin_family = AF_INET;
  own.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof own;
  ::bind(id, reinterpret_cast<sockaddr*>(&own), size);
  ::getsockname(id, reinterpret_cast<sockaddr*>(&own), &size);
  ::close(id);
  return ntohs(own.sin_port);
}

inline std::string own_host() {
  char name[256] = {};
  ::gethostname(name, sizeof name - 1);
  return name;
}

/// What a rank does; what it gives back, or the kind of what it throws and the message, is its
/// result.
using Work = std::function<std::string(JoinedRanks&)>;

/// Ranks that are children of this process.
class ForkedRanks {
 public:
  explicit ForkedRanks(std::int64_t size,
                       std::chrono::milliseconds timeout = std::chrono::seconds(20))
      : timeout_(timeout) {
    launch_.size = size;
    launch_.host = "127.0.0.1";
    launch_.port = free_port();
  }
  ~ForkedRanks() {
    for (const auto& [rank, id] : ids_) end(id);
    if (holder_) end(*holder_);
  }
  ForkedRanks(const ForkedRanks&) = delete;
  ForkedRanks& operator=(const ForkedRanks&) = delete;

  /// The store is held by a process that is no rank.
  void hold_store() {
    launch_.launcher_holds_store = true;
    holder_ = forked([&] {
      const HeldStore store(launch_.port);
      for (;;) ::pause();
    });
  }
  pid_t holder() const { return *holder_; }
  void meet_where(const ForkedRanks& others) { launch_.port = others.launch_.port; }

  void start(std::int64_t rank, const Work& work) {
    Launch launch = launch_;
    launch.rank = rank;
    ids_[rank] = forked([&] { write_text(path_of(rank), result_of(launch, work)); });
  }
  void start_all(const Work& work) {
    for (std::int64_t rank = 0; rank < launch_.size; ++rank) start(rank, work);
  }

  pid_t id(std::int64_t rank) const { return ids_.at(rank); }
  std::string name(std::int64_t rank) const {
    return "rank " + std::to_string(rank) + " (host " + own_host() + ", process " +
           std::to_string(id(rank)) + ")";
  }
  /// Waits for the rank; nothing where it was killed.
  std::string result(std::int64_t rank) {
    int status = 0;
    ::waitpid(ids_.at(rank), &status, 0);
    ids_.erase(rank);
    return WIFEXITED(status) ? read_text(path_of(rank)) : "";
  }
  const Launch& launch() const { return launch_; }

 private:
  static pid_t forked(const std::function<void()>& work) {
    const pid_t id = ::fork();
    if (id != 0) return id;
    work();
    ::_exit(0);
  }
  static void end(pid_t id) {
    ::kill(id, SIGKILL);
    ::waitpid(id, nullptr, 0);
  }
  std::string result_of(const Launch& launch, const Work& work) const {
    try {
      JoinedRanks ranks(launch, timeout_);
      return work(ranks);
    } catch (const RanksEnded& error) {
      return std::string("RanksEnded: ") + error.what();
    } catch (const RankFailed& error) {
      return std::string("RankFailed: ") + error.what();
    } catch (const std::exception& error) {
      return std::string("Error: ") + error.what();
    }
  }
  std::string path_of(std::int64_t rank) const {
    return folder_.path() + "/" + std::to_string(rank);
  }

  const std::chrono::milliseconds timeout_;
  Launch launch_;
  TemporaryFolder folder_;
  std::map<std::int64_t, pid_t> ids_;
  std::optional<pid_t> holder_;
};

}  // namespace facet::testing_parallel
