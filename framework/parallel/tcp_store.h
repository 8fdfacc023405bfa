#pragma once

#include <c10/util/intrusive_ptr.h>
#include <torch/version.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

#include "framework/parallel/rank_store.h"

namespace facet {

inline c10::intrusive_ptr<c10d::TCPStore> make_tcp_store(const std::string& host,
                                                         std::uint16_t port, bool serves) {
  c10d::TCPStoreOptions options;
  options.port = port;
  options.isServer = serves;
  options.waitWorkers = false;
  options.timeout = std::chrono::seconds(20);
#if TORCH_VERSION_MAJOR >= 2
  options.useLibUV = false;  // which not every build of libtorch has
#endif
  return c10::make_intrusive<c10d::TCPStore>(host, options);
}

inline c10::intrusive_ptr<c10d::TCPStore> serve_tcp_store(std::uint16_t port) {
  return make_tcp_store("127.0.0.1", port, true);
}

inline c10::intrusive_ptr<c10d::TCPStore> connect_tcp_store(const std::string& host,
                                                            std::uint16_t port) {
  return make_tcp_store(host, port, false);
}

/// Where the ranks of a group tell one another how they are reached.
inline c10::intrusive_ptr<c10d::Store> store_of_group(const StorePlace& place,
                                                      const std::string& group) {
  return c10::make_intrusive<c10d::PrefixStore>(place.prefix + "/" + group,
                                                connect_tcp_store(place.host, place.port));
}

}  // namespace facet
