// `facet`, as people start it: answers what needs no libtorch at once, and becomes the program that
// has it (apps/facet) for everything else.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

#include "answers.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/standard_streams.h"
#include "asked_threads.h"
#include "become_engine.h"
#include "waiting_threads.h"

namespace {

std::string version() {
  return "facet " FACET_VERSION " (libtorch " FACET_TORCH_VERSION ")\n";
}

int answer(const std::string& text) {
  if (std::fputs(text.c_str(), stdout) >= 0 && std::fflush(stdout) == 0) return facet::exit_done;
  std::fprintf(stderr, "facet: standard output cannot be written: %s\n", std::strerror(errno));
  return facet::exit_failed;
}

int answer_completion(const char* shell) {
  const char* script = facet::completion(shell);
  if (script) return answer(script);
  std::fprintf(stderr, "facet: '%s' is no shell that is completed: bash, zsh or fish are\n", shell);
  return facet::exit_mistake;
}

}  // namespace

int main(int argc, char** argv) {
  facet::hold_standard_streams();
  if (argc < 2) {
    std::fputs(facet::help(), stderr);
    return facet::exit_mistake;
  }
  const std::string_view word = argv[1];
  if (word == "--help" || word == "-h") return answer(facet::help());
  if (word == "--version") return answer(version());
  const std::string_view next = argc > 2 ? argv[2] : "";
  if (word == "completion" && next != "--help" && next != "-h")
    return answer_completion(argc > 2 ? argv[2] : "bash");
  if (const std::string mistake = facet::bound_asked_threads(); !mistake.empty()) {
    std::fprintf(stderr, "facet: %s\n", mistake.c_str());
    return facet::exit_mistake;
  }
  facet::let_waiting_threads_sleep();
  return facet::become_engine(argv);
}
