#include "framework/calls/unexpected_end.h"

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <string>

#include "framework/calls/being_called.h"
#include "framework/calls/call.h"
#include "framework/calls/signal_guards.h"

namespace facet {

namespace {

struct Fatal {
  int signal;
  const char* name;
};
constexpr std::array fatal_signals = {
    Fatal{SIGABRT, "SIGABRT (abort)"},
    Fatal{SIGALRM, "SIGALRM (timer)"},
    Fatal{SIGBUS, "SIGBUS (bus error)"},
    Fatal{SIGFPE, "SIGFPE (arithmetic)"},
    Fatal{SIGILL, "SIGILL (illegal instruction)"},
    Fatal{SIGSEGV, "SIGSEGV (segmentation fault or stack overflow)"},
    Fatal{SIGSYS, "SIGSYS (bad system call)"},
    Fatal{SIGTRAP, "SIGTRAP"},
    Fatal{SIGUSR1, "SIGUSR1"},
    Fatal{SIGUSR2, "SIGUSR2"},
    Fatal{SIGXCPU, "SIGXCPU (limit of CPU time)"}};

std::array<struct sigaction, fatal_signals.size()> handled_before;
std::atomic<pid_t> process = 0;  // the children that a component makes are not meant
std::atomic<bool> told = false;
std::atomic<bool> is_done = false;  // the work of the program

/// Never destroyed: it is told from while others are.
std::string& loaded_plugins() {
  static auto& plugins = *new std::string;
  return plugins;
}

// Not by way of a std::string, which would allocate in a signal handler.
void say(const char* text) {
  say_at_once(text);
}

void say(const std::string& text) {
  say(text.c_str());
}

void say(std::int64_t number) {
  char digits[24];
  char* first = digits + sizeof digits - 1;
  *first = 0;
  for (; number > 0; number /= 10) *--first = static_cast<char>('0' + number % 10);
  say(first);
}

void say_name(const ComponentOrigin& whom) {
  if (whom.plugin.empty()) return say("what Facet itself has");
  say(whom.name.empty() ? "plugin" : whom.kind.c_str());
  say(" ");
  say(whom.plugin);
  if (whom.name.empty()) return;
  say("/");
  say(whom.name);
  if (whom.key.empty()) return;
  say(" (");
  say(whom.key);
  say(")");
}

bool tell_end_in_a_call(const char* how) {
  const BeingCalled* call = BeingCalled::now();
  if (!call || process != ::getpid()) return false;
  if (told.exchange(true)) return true;
  say("\nfacet: ended by ");
  say(how);
  say(" while it called ");
  say_name(call->whom());
  say(": ");
  say(call->where());
  if (call->step() > 0) {
    say(" of step ");
    say(call->step());
  }
  say("; what was saved before that is kept\n");
  return true;
}

bool tell_late_end(const char* how) {
  if (!is_done || process != ::getpid() || loaded_plugins().empty()) return false;
  if (told.exchange(true)) return true;
  say("\nfacet: ended by ");
  say(how);
  say(" after its work was done, by what a plugin left behind (a thread, a static object, an exit "
      "handler); loaded are: ");
  say(loaded_plugins());
  say("\n");
  return true;
}

void on_signal(int signal, siginfo_t* info, void*) {
  for (std::size_t i = 0; i < fatal_signals.size(); ++i) {
    if (fatal_signals[i].signal != signal) continue;
    tell_unexpected_end(fatal_signals[i].name);
    ::sigaction(signal, &handled_before[i], nullptr);
  }
  if (info->si_code <= 0) ::raise(signal);  // a fault comes again by itself
}

/// An exception that nobody can catch: out of a destructor, a function that is noexcept, a thread.
[[noreturn]] void on_terminate() {
  if (std::current_exception()) say("facet: uncaught: " + what_was_thrown() + "\n");
  std::abort();
}

/// In the child of a fork.
void on_fork() {
  if (process != 0 && BeingCalled::now()) BeingCalled::ends_this_process();
}

void on_exit_of_a_component() {
  if (tell_end_in_a_call("exit")) ::syscall(SYS_exit_group, 1);
}

/// The stack that a signal handler runs on, until the thread ends.
class SignalStack {
 public:
  SignalStack() {
    stack_t now{};
    if (::sigaltstack(nullptr, &now) != 0 || !(now.ss_flags & SS_DISABLE)) return;
    memory_ = std::make_unique<char[]>(size);
    stack_t own{};
    own.ss_sp = memory_.get();
    own.ss_size = size;
    ::sigaltstack(&own, nullptr);
  }
  ~SignalStack() {
    if (!memory_) return;
    stack_t none{};
    none.ss_flags = SS_DISABLE;
    ::sigaltstack(&none, nullptr);
  }

 private:
  static constexpr std::size_t size = 64 * 1024;
  std::unique_ptr<char[]> memory_;
};

}  // namespace

void tell_of_unexpected_ends() {
  BeingCalled::this_is_the_main_thread();
  process = ::getpid();
  struct sigaction action {};
  action.sa_sigaction = on_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < fatal_signals.size(); ++i) {
    const int signal = fatal_signals[i].signal;
    ::sigaction(signal, &action, &handled_before[i]);
    if (handled_before[i].sa_handler == SIG_IGN) std::signal(signal, SIG_IGN);
  }
  std::set_terminate(on_terminate);
  ::pthread_atfork(nullptr, nullptr, on_fork);
  std::atexit(on_exit_of_a_component);
  std::at_quick_exit(on_exit_of_a_component);
}

void be_first_at_exit(const std::string& plugin) {
  if (process == 0) return;
  std::atexit(on_exit_of_a_component);
  std::string& plugins = loaded_plugins();
  plugins += (plugins.empty() ? "" : ", ") + plugin;
}

void tell_of_late_ends() {
  is_done = true;
}

void say_at_once(const char* text) {
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, std::strlen(text));
}

bool component_is_being_called() {
  return BeingCalled::now() != nullptr;
}

bool tell_unexpected_end(const char* how) {
  return tell_end_in_a_call(how) || tell_late_end(how);
}

void prepare_thread_for_signals() {
  if (process.load(std::memory_order_relaxed) == 0) return;
  static thread_local const SignalStack stack;
}

}  // namespace facet
