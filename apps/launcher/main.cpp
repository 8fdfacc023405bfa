// `facet`, as people start it: answers what needs no libtorch at once, and becomes the program that
// has it (apps/facet) for everything else.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

#include "apps/facet/command_names.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/standard_streams.h"
#include "asked_threads.h"
#include "become_engine.h"
#include "completion.h"
#include "waiting_threads.h"

namespace {

std::string help() {
  std::string text =
      "usage: facet COMMAND [arguments]\n"
      "       facet COMMAND --help | --help | --version | completion\n\n";
  for (const facet::CommandName& command : facet::command_names) {
    std::string name = command.name;
    name.resize(12, ' ');
    text += "  " + name + command.summary + '\n';
  }
  return text + '\n' + facet::exit_codes_text;
}

std::string version() {
  return "facet " FACET_VERSION " (libtorch " FACET_TORCH_VERSION ")\n";
}

int answer(const std::string& text) {
  if (std::fputs(text.c_str(), stdout) >= 0 && std::fflush(stdout) == 0) return facet::exit_done;
  std::fprintf(stderr, "facet: standard output cannot be written: %s\n", std::strerror(errno));
  return facet::exit_failed;
}

}  // namespace

int main(int argc, char** argv) {
  facet::hold_standard_streams();
  if (argc < 2) {
    std::fputs(help().c_str(), stderr);
    return facet::exit_mistake;
  }
  const std::string_view word = argv[1];
  if (word == "--help" || word == "-h") return answer(help());
  if (word == "--version") return answer(version());
  if (word == "completion") return answer(facet::completion());
  if (const std::string mistake = facet::bound_asked_threads(); !mistake.empty()) {
    std::fprintf(stderr, "facet: %s\n", mistake.c_str());
    return facet::exit_mistake;
  }
  facet::let_waiting_threads_sleep();
  return facet::become_engine(argv);
}
