#include "framework/parallel/rank_store.h"

#include <future>
#include <thread>
#include <vector>

#include "framework/parallel/tcp_store.h"

namespace facet {

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes bytes_of(const std::string& text) {
  return {text.begin(), text.end()};
}

/// What `action` gives; in a thread of its own, since a store whose holder is stopped never
/// answers. Such a thread is left behind.
template <class Action>
auto answer_within(std::chrono::milliseconds patience, Action action) -> decltype(action()) {
  std::packaged_task<decltype(action())()> task(std::move(action));
  auto answer = task.get_future();
  std::thread(std::move(task)).detach();
  if (answer.wait_for(patience) != std::future_status::ready)
    throw StoreLost("the store gave no answer within " + std::to_string(patience.count()) + " ms");
  try {
    return answer.get();
  } catch (const std::exception& error) {
    throw StoreLost(reason_of(error));
  }
}

}  // namespace

struct HeldStore::Server {
  c10::intrusive_ptr<c10d::TCPStore> store;
};

HeldStore::HeldStore(std::uint16_t port) {
  try {
    server_ = std::make_shared<Server>(Server{serve_tcp_store(port)});
  } catch (const std::exception& error) {
    throw Error("the ranks' store cannot be held at port " + std::to_string(port) +
                " of this host (MASTER_PORT chooses another one): " + reason_of(error));
  }
}

HeldStore::~HeldStore() = default;

std::uint16_t HeldStore::port() const {
  return server_->store->getPort();
}

struct RankStore::Client {
  c10::intrusive_ptr<c10d::TCPStore> store;
};

RankStore::RankStore(const StorePlace& place) : prefix_(place.prefix + "/") {
  client_ = answer_within(patience_, [place] {
    return std::make_shared<Client>(Client{connect_tcp_store(place.host, place.port)});
  });
}

RankStore::~RankStore() = default;

void RankStore::set(const std::string& name, const std::string& text) {
  answer_within(patience_, [client = client_, name = prefix_ + name, text] {
    client->store->set(name, bytes_of(text));
  });
}

void RankStore::set_first(const std::string& name, const std::string& text) {
  answer_within(patience_, [client = client_, name = prefix_ + name, text] {
    client->store->compareSet(name, {}, bytes_of(text));
  });
}

std::optional<std::string> RankStore::find(const std::string& name) {
  return answer_within(patience_,
                       [client = client_, name = prefix_ + name]() -> std::optional<std::string> {
                         if (!client->store->check({name})) return {};
                         const Bytes bytes = client->store->get(name);
                         return std::string(bytes.begin(), bytes.end());
                       });
}

}  // namespace facet
