#include "framework/shipping/traced_process.h"

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>
#include <stdexcept>

namespace facet::test {

namespace {

bool changes_files(const __ptrace_syscall_info& info) {
  static const std::set<std::uint64_t> calls = {
      SYS_write,     SYS_writev,   SYS_pwrite64,  SYS_mkdirat,   SYS_unlinkat,
      SYS_renameat2, SYS_flock,    SYS_ftruncate, SYS_fchmod,    SYS_fsync,
      SYS_syncfs,    SYS_fchmodat, SYS_renameat,  SYS_fdatasync,
#ifdef SYS_mkdir  // of older kinds of processors
      SYS_mkdir,     SYS_rmdir,    SYS_unlink,    SYS_rename,    SYS_chmod,
#endif
  };
  if (info.entry.nr == SYS_openat) return info.entry.args[2] & O_CREAT;
#ifdef SYS_open
  if (info.entry.nr == SYS_open) return info.entry.args[1] & O_CREAT;
#endif
  return calls.contains(info.entry.nr);
}

[[noreturn]] void run_traced(const std::function<void()>& action) {
  ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
  std::raise(SIGSTOP);
  try {
    action();
    ::_exit(0);
  } catch (...) {
    ::_exit(1);
  }
}

/// Goes on to the next beginning of a system call that changes files; false where there is none.
bool go_to_next_change(pid_t process, int& status) {
  for (;;) {
    ::ptrace(PTRACE_SYSCALL, process, nullptr, nullptr);
    ::waitpid(process, &status, 0);
    if (!WIFSTOPPED(status)) return false;
    __ptrace_syscall_info info{};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof info, &info) < 0)
      throw std::runtime_error("system calls cannot be traced");
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY && changes_files(info)) return true;
  }
}

}  // namespace

bool killed_too_late(const std::function<void()>& action, int system_call) {
  const pid_t process = ::fork();
  if (process == 0) run_traced(action);
  int status = 0;
  ::waitpid(process, &status, 0);
  const int options = PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL;
  if (!WIFSTOPPED(status) || ::ptrace(PTRACE_SETOPTIONS, process, nullptr, options) != 0)
    throw std::runtime_error("the process cannot be traced");
  for (int i = 0; i <= system_call; ++i)
    if (!go_to_next_change(process, status)) {
      if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error("the process failed");
      return true;
    }
  ::kill(process, SIGKILL);
  ::waitpid(process, &status, 0);
  return false;
}

}  // namespace facet::test
