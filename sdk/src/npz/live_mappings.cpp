#include "live_mappings.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstring>
#include <mutex>

#include "facet/mapped_files.h"

namespace facet {

namespace {

/// What a signal handler may look at: no locks, no memory that moves. Where there are more files
/// than places, the rest is not watched.
std::array<std::atomic<const MappedFile*>, 1024> live{};
std::mutex mutex;  // not of the handler: a file is not unmapped while it is looked at
int code_at_lost_pages = 1;
struct sigaction handled_before {};

void say(const char* text) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text, std::strlen(text));
}

void on_bus_error(int, siginfo_t* info, void*) {
  const auto* address = static_cast<const std::byte*>(info->si_addr);
  for (const auto& place : live) {
    const MappedFile* file = place.load();
    if (!file || address < file->bytes().data() ||
        address >= file->bytes().data() + file->bytes().size())
      continue;
    say("facet: ");
    say(file->path().c_str());
    say(": became shorter while it was in use; what was saved before is kept. Write a new file "
        "beside it, and rename that to its name\n");
    ::syscall(SYS_exit_group, code_at_lost_pages);  // no component ends it
  }
  ::sigaction(SIGBUS, &handled_before, nullptr);  // not ours: a fault comes again by itself
  if (info->si_code <= 0) ::raise(SIGBUS);
}

}  // namespace

void add_live_mapping(const MappedFile& file) {
  for (auto& place : live) {
    const MappedFile* none = nullptr;
    if (place.compare_exchange_strong(none, &file)) return;
  }
}

void remove_live_mapping(const MappedFile& file) {
  const std::lock_guard lock(mutex);
  for (auto& place : live) {
    const MappedFile* own = &file;
    if (place.compare_exchange_strong(own, nullptr)) return;
  }
}

void require_unchanged_files() {
  const std::lock_guard lock(mutex);
  for (const auto& place : live)
    if (const MappedFile* file = place.load()) file->require_unchanged();
}

void exit_at_lost_pages(int code) {
  code_at_lost_pages = code;
  struct sigaction action {};
  action.sa_sigaction = on_bus_error;
  action.sa_flags = SA_SIGINFO;
  ::sigaction(SIGBUS, &action, &handled_before);
}

}  // namespace facet
