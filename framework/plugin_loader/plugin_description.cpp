#include "framework/plugin_loader/plugin_description.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

#include "framework/calls/being_called.h"
#include "framework/calls/unexpected_end.h"
#include "framework/plugin_loader/components_file.h"
#include "framework/plugin_loader/entry_points.h"
#include "framework/registry/staged_registrar.h"

namespace facet {

namespace {

/// While it lives, the process has no more time than that. One at a time.
class TimeLimit {
 public:
  TimeLimit(const std::string& library, std::chrono::seconds limit) {
    last_line() = "facet-describe-plugin: " + library + ": ended after " +
                  std::to_string(limit.count()) + " s, the time limit";
    before_ = std::signal(SIGALRM, end);
    ::alarm(static_cast<unsigned>(limit.count()));
  }
  ~TimeLimit() {
    ::alarm(0);
    std::signal(SIGALRM, before_);
  }
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;

 private:
  static std::string& last_line() {
    static std::string line;
    return line;
  }
  /// Not by _exit, which would be told as the plugin's.
  static void end(int) {
    say_at_once(last_line().c_str());
    if (const BeingCalled* call = BeingCalled::now()) {
      say_at_once(", ");
      say_at_once(call->where());
    }
    say_at_once("\n");
    ::syscall(SYS_exit_group, 1);
  }

  void (*before_)(int);
};

InspectedPlugin inspect(const std::string& library) {
  try {
    return inspect_built_library(library);
  } catch (const Error& error) {
    throw Error(library + ": " + error.what());
  }
}

}  // namespace

void write_plugin_description(const std::string& library, const std::string& output,
                              std::chrono::seconds time_limit) {
  const TimeLimit limit(library, time_limit);
  const InspectedPlugin plugin = inspect(library);
  write_components_file(output, stage_components(plugin.note->plugin, entry_point_of(plugin)));
}

}  // namespace facet
