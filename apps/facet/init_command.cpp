#include <unistd.h>

#include <boost/program_options/value_semantic.hpp>
#include <charconv>
#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "facet/atomic_file.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/run_folder/output_file.h"
#include "init/proposal.h"

namespace facet {

namespace {

/// Asks on a terminal; an empty answer is what was proposed.
std::string answer(const std::string& question, const std::string& proposed) {
  std::cerr << question << " [" << proposed << "] " << std::flush;
  std::string line;
  if (!std::getline(std::cin, line) || line.empty()) return proposed;
  return line;
}

double number_in(const std::string& text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || !(number > 0))
    throw Error("'" + text + "' is no width in seconds, such as 0.05");
  return number;
}

/// Paths in a config are relative to its folder.
void place_files(Proposal& proposal, const std::string& config) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::absolute(config).parent_path();
  for (FileConfig& file : proposal.files)
    file.path = fs::absolute(file.path).lexically_proximate(folder).string();
}

/// Asks for what the options leave open.
Wishes asked(Wishes wishes, Registry& registry) {
  if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) return wishes;
  if (wishes.signals.empty())
    wishes.signals = answer("Signals?", propose(wishes, registry).signals.value);
  const Proposal proposal = propose(wishes, registry);
  if (!wishes.bin && proposal.bin)
    wishes.bin = number_in(answer("Width of a bin in seconds?", number_text(proposal.bin->value)));
  if (wishes.label.empty() && proposal.label)
    wishes.label = answer("A label to learn from?", proposal.label->value);
  return wishes;
}

void write(const std::string& path, const std::string& text) {
  AtomicFile file(path);
  file.write(text);
  file.finish();
}

}  // namespace

int init_command(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description options;
  options.add_options()("signals",
                        po::value<std::string>()->value_name("NAME")->default_value("", ""),
                        "the array of the signals")(
      "bin", po::value<double>()->value_name("SECONDS"), "the width of a bin, for event times")(
      "label", po::value<std::string>()->value_name("NAME")->default_value("", ""),
      "a continuous label that a part of the embedding learns from")(
      "out", po::value<std::string>()->value_name("FILE")->default_value("run.toml"),
      "where to write")("overwrite", "replaces a file that is there already");
  const auto parsed = parse_command_line(
      arguments,
      "init FILE... [options]\nWrites a config for a recording, each choice with its reason, and "
      "checks it. Asks on a terminal for what the options leave open.",
      options, {"FILE..."});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  Wishes wishes{given["FILE..."].as<std::vector<std::string>>(),
                given["signals"].as<std::string>(),
                {},
                given["label"].as<std::string>()};
  if (given.count("bin")) wishes.bin = given["bin"].as<double>();
  const std::string out = given["out"].as<std::string>();
  require_output(out, wishes.files, existing_file(given), {".toml"});
  const auto registry = open_registry();
  Proposal proposal = propose(asked(wishes, *registry), *registry);
  place_files(proposal, out);
  write(out, config_text(proposal));
  std::cout << out << '\n';
  return check_command({out});
}

}  // namespace facet
