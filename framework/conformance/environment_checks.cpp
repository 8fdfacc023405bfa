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
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <locale>
#include <map>
#include <sstream>

#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/use.h"
#include "framework/files/temporary_folder.h"

#ifdef __SSE__
#include <xmmintrin.h>
#endif

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Parts of what all of a process shares, by name; their values are told where they are no secrets.
using State = std::map<std::string, std::string>;

struct Shared {
  const char* check;
  const char* what;  ///< continues `afterwards, `
  State (*now)();
  bool is_secret = false;
};

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

constexpr Shared shared[] = {
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

/// What is another, in words: `the variable HOME was changed`.
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

/// A library that is loaded stays open. A model's initial parameters are drawn from the global
/// generator.
void require_unchanged(const Tried& tried, const Shared& state) {
  const std::string check = state.check;
  Use made;
  if (check == "descriptors") tried.load();
  if (check == "generator" && tried.info().kind == "model") made = new_use(tried);
  const State before = state.now();
  made ? made({}) : use(tried);
  const auto found = differences(before, state.now(), state.is_secret);
  if (!found.empty()) throw Error(join(found));
}

/// In a folder of its own, in which nobody else works at the same time.
void require_the_folder_left_alone(const Tried& tried) {
  const TemporaryFolder folder;
  fs::current_path(folder.path());
  use(tried);
  std::error_code gone;
  const fs::path now = fs::current_path(gone);
  if (now != fs::canonical(folder.path()))
    throw Error("the working folder was another, and is " + now.string());
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder.path()))
    names.push_back(entry.path().filename().string());
  if (!names.empty()) throw Error("it wrote into the working folder: " + join(names));
}

/// What it printed to stdout, while it was loaded, made, used and destroyed.
std::string printed_by(const Tried& tried) {
  std::FILE* file = std::tmpfile();
  ::dup2(::fileno(file), STDOUT_FILENO);
  use(tried);
  std::fflush(stdout);
  std::rewind(file);
  std::string text(200, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

void require_silent(const Tried& tried) {
  const std::string printed = printed_by(tried);
  if (!printed.empty()) throw Error("it printed to stdout, which is for results: " + printed);
}

}  // namespace

Checks environment_checks() {
  Checks checks = {{"silent", "nothing is printed to stdout", require_silent}};
  checks.push_back({"folder", "afterwards, the working folder is as it was, with nothing new in it",
                    require_the_folder_left_alone});
  for (const Shared& state : shared)
    checks.push_back({state.check, std::string("afterwards, ") + state.what,
                      [&state](const Tried& tried) { require_unchanged(tried, state); }});
  return checks;
}

}  // namespace facet
