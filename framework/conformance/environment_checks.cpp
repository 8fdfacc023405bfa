#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/DefaultDtype.h>
#include <unistd.h>

#include <cfenv>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <locale>
#include <set>
#include <sstream>

#include "framework/conformance/check.h"
#include "framework/conformance/use.h"

#ifdef __SSE__
#include <xmmintrin.h>
#endif

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Something that all of a process shares, as a text that is another when it is changed.
struct Shared {
  const char* check;
  const char* what;  ///< continues `afterwards, `
  std::string (*now)();
};

std::string default_type() {
  return std::string(c10::get_default_dtype().name());
}
std::string gradient_mode() {
  return at::GradMode::is_enabled() ? "on" : "off";
}
std::string thread_count() {
  return std::to_string(at::get_num_threads());
}
std::string locale_now() {
  return std::string(std::setlocale(LC_ALL, nullptr)) + " and " + std::locale().name();
}
std::string working_folder() {
  std::error_code gone;
  return fs::current_path(gone).string();
}

std::string signal_handlers() {
  std::ostringstream handlers;
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) == 0)
      handlers << signal << " " << reinterpret_cast<const void*>(action.sa_handler) << "; ";
  }
  return handlers.str();
}

/// Rounding, traps and what is done with numbers near zero; not the flags of what has happened.
std::string arithmetic() {
  std::string text = std::to_string(std::fegetround()) + " " + std::to_string(fegetexcept());
#ifdef __SSE__
  text += " " + std::to_string(_mm_getcsr() & ~0x3fU);
#endif
  return text;
}

std::string open_files() {
  std::set<std::string> files;
  for (const auto& file : fs::directory_iterator("/proc/self/fd")) {
    std::error_code gone;  // the descriptor that this loop reads by
    const std::string target = fs::read_symlink(file.path(), gone);
    if (!gone && target != "/proc/" + std::to_string(::getpid()) + "/fd")
      files.insert(file.path().filename().string() + " " + target);
  }
  std::string text;
  for (const std::string& file : files) text += file + "; ";
  return text;
}

std::string variables() {
  std::string text;
  for (char** variable = environ; variable && *variable; ++variable)
    text += std::string(*variable) + "; ";
  return text;
}

std::string generator() {
  const at::Generator shared = at::globalContext().defaultGenerator(at::kCPU);
  std::ostringstream text;
  text << shared.current_seed() << " "
       << shared.get_state().to(at::kLong).sum().item<std::int64_t>();
  return text.str();
}

std::string operators() {
  return std::to_string(c10::Dispatcher::singleton().getAllOpNames().size()) + " operators";
}

constexpr Shared shared[] = {
    {"default_type", "libtorch's default type is as it was", default_type},
    {"gradient_mode", "gradients are recorded as before", gradient_mode},
    {"thread_count", "libtorch has as many threads as before", thread_count},
    {"generator", "libtorch's global generator is where it was", generator},
    {"operators", "libtorch has the operators that it had", operators},
    {"locale", "the locale is as it was", locale_now},
    {"signals", "signals are handled as before", signal_handlers},
    {"folder", "the working folder is as it was", working_folder},
    {"arithmetic", "floating point rounds and traps as before", arithmetic},
    {"descriptors", "the same files are open", open_files},
    {"variables", "environment variables are as they were", variables}};

/// A library that is loaded stays open. A model's initial parameters are drawn from the global
/// generator.
void require_unchanged(const Tried& tried, const Shared& state) {
  const std::string check = state.check;
  Use made;
  if (check == "descriptors") tried.load();
  if (check == "generator" && tried.info().kind == "model") made = new_use(tried);
  const std::string before = state.now();
  made ? made({}) : use(tried);
  const std::string after = state.now();
  if (before != after) throw Error("it was " + before + ", and is " + after);
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
  for (const Shared& state : shared)
    checks.push_back({state.check, std::string("afterwards, ") + state.what,
                      [&state](const Tried& tried) { require_unchanged(tried, state); }});
  return checks;
}

}  // namespace facet
