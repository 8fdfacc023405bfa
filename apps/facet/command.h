#pragma once

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <boost/program_options/variables_map.hpp>
#include <map>
#include <string>
#include <vector>

namespace facet {

/// What was given to a command: `given["out"].as<std::string>()`, `given.count("quiet")`.
using Given = boost::program_options::variables_map;

using Texts = std::vector<std::string>;

/// A line that can be typed, and what it does.
struct Example {
  std::string line;
  std::string what;
};

/// What a command of `facet` is and takes. What is read from the command line, its help, its page
/// of the manual and what the shells complete are made of this alone.
struct Command {
  std::string name;
  std::string summary;  ///< as a list tells it: a small letter first, no full stop
  /// Its words, each of which must be given: `RUN`; one that ends in `...` once or more, as a list;
  /// `[ONE]` in brackets not.
  Texts positional = {};
  std::string description = "";  ///< sentences; lines are broken where they are shown
  boost::program_options::options_description options = {};
  /// The words that may follow an option, or stand for a positional word, where they are few.
  std::map<std::string, Texts> choices = {};
  std::vector<Example> examples = {};
  bool trains = false;   ///< is stopped, saved, by Ctrl-C: ends with exit_stopped
  bool reports = false;  ///< tells something that programs may want to know: has `--json`
  /// Returns one of exit_codes.h. Results go to stdout, everything else to stderr. Wrong usage and
  /// mistakes in what the user wrote leave it as an OptionsError, what is wrong otherwise as an
  /// Error. Nothing: it has actions, or the launcher answers it.
  int (*run)(const Given& given) = nullptr;
  std::vector<Command> actions = {};  ///< each a word that follows the command's name
};

/// The value of an option: a text, `name` in the help, which says what shells complete, too (see
/// completed.h).
boost::program_options::typed_value<std::string>* text_of(const char* name);
/// Of an option that may be repeated; left out, there are none.
boost::program_options::typed_value<Texts>* texts_of(const char* name);

}  // namespace facet
