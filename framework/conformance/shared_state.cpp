#include "framework/conformance/shared_state.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/DefaultDtype.h>
#include <unistd.h>

#include <algorithm>
#include <cfenv>
#include <clocale>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <locale>
#include <sstream>

#ifdef __SSE__
#include <xmmintrin.h>
#endif

namespace facet {

namespace {

namespace fs = std::filesystem;

State default_type() {
  return {{"libtorch's default type", std::string(c10::get_default_dtype().name())}};
}
State gradient_mode() {
  return {{"the recording of gradients", at::GradMode::is_enabled() ? "on" : "off"}};
}
State thread_count() {
  return {{"libtorch's number of threads", std::to_string(at::get_num_threads())}};
}
State locale_now() {
  return {{"the locale of C", std::setlocale(LC_ALL, nullptr)},
          {"the locale of C++", std::locale().name()}};
}

State signal_handlers() {
  State handlers;
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction action {};
    const char* name = ::sigabbrev_np(signal);
    if (::sigaction(signal, nullptr, &action) != 0) continue;
    std::ostringstream handler;
    handler << reinterpret_cast<const void*>(action.sa_handler);
    handlers["the handler of " + (name ? std::string("SIG") + name : std::to_string(signal))] =
        handler.str();
  }
  return handlers;
}

/// Rounding, traps and what is done with numbers near zero; not the flags of what has happened.
State arithmetic() {
  State state = {{"the rounding", std::to_string(std::fegetround())},
                 {"the traps", std::to_string(fegetexcept())}};
#ifdef __SSE__
  state["the control of SSE"] = std::to_string(_mm_getcsr() & ~0x3fU);
#endif
  return state;
}

State open_files() {
  State files;
  for (const auto& file : fs::directory_iterator("/proc/self/fd")) {
    std::error_code gone;  // the descriptor that this loop reads by
    const std::string target = fs::read_symlink(file.path(), gone);
    if (!gone && target != "/proc/" + std::to_string(::getpid()) + "/fd")
      files["descriptor " + file.path().filename().string()] = target;
  }
  return files;
}

State variables() {
  State all;
  for (char** variable = environ; variable && *variable; ++variable) {
    const std::string text = *variable;
    const std::size_t end = text.find('=');
    all["the variable " + text.substr(0, end)] = text.substr(std::min(end, text.size()));
  }
  return all;
}

State generator() {
  const at::Generator shared = at::globalContext().defaultGenerator(at::kCPU);
  std::ostringstream text;
  text << shared.current_seed() << " "
       << shared.get_state().to(at::kLong).sum().item<std::int64_t>();
  return {{"the state of libtorch's global generator", text.str()}};
}

State operators() {
  return {{"the number of libtorch's operators",
           std::to_string(c10::Dispatcher::singleton().getAllOpNames().size())}};
}

}  // namespace

const std::vector<SharedState>& shared_states() {
  static const std::vector<SharedState> states = {
      {"default_type", "libtorch's default type is as it was", default_type},
      {"gradient_mode", "gradients are recorded as before", gradient_mode},
      {"thread_count", "libtorch has as many threads as before", thread_count},
      {"generator", "libtorch's global generator is where it was", generator, true},
      {"operators", "libtorch has the operators that it had", operators},
      {"locale", "the locale is as it was", locale_now},
      {"signals", "signals are handled as before", signal_handlers, true},
      {"arithmetic", "floating point rounds and traps as before", arithmetic},
      {"descriptors", "the same files are open", open_files},
      {"variables", "environment variables are as they were", variables, true}};
  return states;
}

std::vector<std::string> differences(const State& before, const State& after, bool is_secret) {
  std::vector<std::string> found;
  for (const auto& [name, value] : before) {
    const auto now = after.find(name);
    if (now == after.end())
      found.push_back(name + " is gone");
    else if (now->second != value)
      found.push_back(name +
                      (is_secret ? " was changed" : " was " + value + ", and is " + now->second));
  }
  for (const auto& [name, value] : after)
    if (!before.contains(name)) found.push_back(name + " is new" + (is_secret ? "" : ": " + value));
  return found;
}

}  // namespace facet
