#include "facet/warning.h"

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include "facet/text.h"

namespace facet {

namespace {

struct Listener {
  const WarningSink* sink;
  std::thread::id thread;
  WarningSink::Take take;
};

std::mutex mutex;
std::vector<Listener> listeners;  // from the oldest to the newest

WarningSink::Take listener_of_this_thread() {
  const std::lock_guard lock(mutex);
  const auto own = [](const Listener& listener) {
    return listener.thread == std::this_thread::get_id();
  };
  const auto newest = std::find_if(listeners.rbegin(), listeners.rend(), own);
  if (newest != listeners.rend()) return newest->take;
  return listeners.empty() ? WarningSink::Take() : listeners.front().take;
}

}  // namespace

void warn(const std::string& message) {
  if (const WarningSink::Take take = listener_of_this_thread()) take(printable(message));
}

WarningSink::WarningSink(Take take) {
  const std::lock_guard lock(mutex);
  listeners.push_back({this, std::this_thread::get_id(), std::move(take)});
}

WarningSink::~WarningSink() {
  const std::lock_guard lock(mutex);
  std::erase_if(listeners, [&](const Listener& listener) { return listener.sink == this; });
}

}  // namespace facet
