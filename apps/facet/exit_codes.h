#pragma once

namespace facet {

/// How `facet` ends.
enum ExitCode {
  exit_done = 0,
  exit_failed = 1,         ///< something went wrong on the way
  exit_mistake = 2,        ///< the command line, the config or the data it names has mistakes
  exit_interrupted = 130,  ///< by Ctrl-C; what was learned until then is saved
};

/// The same for `facet --help`.
inline constexpr const char* exit_codes_text =
    "exit codes: 0 done, 1 failed, 2 a mistake in the command line or the config,\n"
    "            130 interrupted (what was learned until then is saved)\n";

}  // namespace facet
