#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <functional>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "facet/atomic_file.h"
#include "facet/error.h"
#include "facet/text.h"
#include "facet/warning.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/run_folder/output_file.h"
#include "init/proposal.h"

namespace facet {

namespace {

/// Asks until the answer can be taken; an empty one, or the end of the input, leaves what is
/// proposed.
void ask(const std::string& question, const std::string& proposed,
         const std::function<void(const std::string&)>& take) {
  while (true) {
    std::cerr << question << "? [" << proposed << "] " << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer)) std::cerr << '\n';
    if (answer.empty()) return;
    try {
      return take(answer);
    } catch (const Error& error) {
      std::cerr << error.what() << '\n';
    }
  }
}

/// Names to choose from, where there are several.
std::string choice(const std::vector<std::string>& names) {
  return names.size() < 2 ? "" : " (" + join(names, ", ") + ")";
}

double number_in(const std::string& text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end)
    throw Error("'" + text + "' is no width in seconds, such as 0.05");
  return number;
}

/// Paths in a config are relative to its folder.
void place_files(Proposal& proposal, const std::string& config) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::absolute(config).parent_path();
  for (ProposedFile& file : proposal.files)
    file.config.path = fs::absolute(file.config.path).lexically_proximate(folder).string();
}

/// What is proposed; on a terminal after it was asked for what the options leave open.
Proposal asked(const Wishes& given, Registry& registry) {
  Wishes wishes = given;
  Proposal proposal = propose(wishes, registry);
  if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) return proposal;
  const auto take = [&](const Wishes& wanted) {
    proposal = propose(wanted, registry);
    wishes = wanted;
  };
  if (given.signals.empty())
    ask("Signals" + choice(proposal.possible_signals), join(proposal.signals.value),
        [&](const std::string& name) {
          take({wishes.files, {name}, wishes.bin, wishes.label});
        });
  if (!given.bin && proposal.bin)
    ask("Width of a bin in seconds", as_value(proposal.bin->value).to_string(),
        [&](const std::string& width) {
          take({wishes.files, wishes.signals, number_in(width), wishes.label});
        });
  if (given.label.empty() && proposal.label)
    ask("A label to learn from" + choice(proposal.labels), proposal.label->value,
        [&](const std::string& name) {
          take({wishes.files, wishes.signals, wishes.bin, name});
        });
  return proposal;
}

/// Of what is read on the way the check of the config warns.
Proposal quietly_asked(const Wishes& given, Registry& registry) {
  const WarningSink quiet([](const std::string&) {});
  return asked(given, registry);
}

void write(const std::string& path, const std::string& text) {
  AtomicFile file(path);
  file.write(text);
  file.finish();
}

int run_init(const Given& given) {
  Wishes wishes{given["FILE"].as<Texts>(),
                given["signals"].as<Texts>(),
                {},
                given["label"].as<std::string>()};
  if (given.count("bin")) wishes.bin = given["bin"].as<double>();
  const std::string out = given["out"].as<std::string>();
  require_output(out, wishes.files, existing_file(given), {".toml"});
  const auto registry = open_registry();
  Proposal proposal = quietly_asked(wishes, *registry);
  place_files(proposal, out);
  write(out, config_text(proposal));
  for (std::size_t i = 0; i < wishes.files.size(); ++i)
    if (const std::string& note = proposal.files[i].note; !note.empty())
      std::cerr << wishes.files[i] << ": " << note << '\n';
  std::cout << out << '\n';
  return run_command(check_command(), {out});
}

}  // namespace

Command init_command() {
  Command command{"init", "a config for a recording, each choice with its reason", {"FILE..."}};
  command.description =
      "Writes a config for a recording, each choice with its reason, and checks it. Asks on a "
      "terminal for what the options leave open; an empty answer, or Ctrl-D, takes what is "
      "proposed.";
  command.options.add_options()("signals", texts_of("NAME"),
                                "the array of the signals, or several by a pattern such as "
                                "'unit_*'; may be repeated")(
      "bin", boost::program_options::value<double>()->value_name("SECONDS"),
      "the width of a bin, for event times")(
      "label", text_of("NAME")->default_value("", ""),
      "a continuous label that a part of the embedding learns from")(
      "out", text_of("FILE")->default_value("run.toml"), "where to write")(
      "overwrite", "replaces a file that is there already");
  command.examples = {
      {"facet init recording.nwb", "writes run.toml"},
      {"facet init spikes.mat position.csv --bin 0.05 --label position",
       "of two files, in bins of 50 ms, with a part that learns from the position"}};
  command.run = run_init;
  return command;
}

}  // namespace facet
