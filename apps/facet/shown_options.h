#pragma once

#include <string>
#include <vector>

#include "command.h"

namespace facet {

/// An option as it is shown: `--out FILE`, `-q, --quiet`.
struct ShownOption {
  std::string name;         ///< `out`
  std::string letter = "";  ///< `q`; empty: it has none
  std::string value = "";   ///< what stands for its value, `FILE`; empty: it takes none
  std::string doc = "";
  std::string default_value = "";  ///< empty: none that is told
  bool repeated = false;           ///< it may be given several times
  bool required = false;
};

/// All options of a command but `--help`, which all have; `--json` among them where it reports.
boost::program_options::options_description all_options(const Command& command);
std::vector<ShownOption> shown_options(const Command& command);

/// `RUN` of `[RUN]` and of `RUN...`
std::string place_name(const std::string& positional);
bool may_be_missing(const std::string& positional);
bool is_list(const std::string& positional);

/// `facet plugin new NAME [options]`, of a command that is reached by the words `path`.
std::string synopsis(const std::string& path, const Command& command);

}  // namespace facet
