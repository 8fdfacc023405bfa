#pragma once

namespace facet {

/// How `facet` ends.
enum ExitCode {
  exit_done = 0,
  exit_failed = 1,    ///< something went wrong on the way
  exit_mistake = 2,   ///< the command line, the config or the data it names has mistakes
  exit_stopped = 75,  ///< asked to end; what was learned is saved, and --resume goes on with it
};

/// The same for `facet --help`.
inline constexpr const char* exit_codes_text =
    "exit codes: 0 done, 1 failed, 2 a mistake in the command line or the config,\n"
    "            75 train, sweep and adapt: stopped by Ctrl-C or a signal (saved;\n"
    "            --resume goes on)\n";

}  // namespace facet
