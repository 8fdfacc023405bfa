// Compiled into a program, whose symbols come before those of the C library: `_exit`, which runs
// nothing that could tell of it, is met here where a component calls it.
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>

#include "framework/calls/unexpected_end.h"

namespace {

[[noreturn]] void end_process(int code) {
  if (facet::tell_unexpected_end("_exit")) code = 1;
  for (;;) ::syscall(SYS_exit_group, code);
}

}  // namespace

#pragma GCC visibility push(default)  // in the place of the C library's, for plugins, too
extern "C" {

void _exit(int code) {
  end_process(code);
}

void _Exit(int code) noexcept {
  end_process(code);
}
}
#pragma GCC visibility pop
