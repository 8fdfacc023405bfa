#pragma once

#include <vector>

#include "command.h"
#include "facet/options.h"

namespace facet {

/// Options that a described struct has, on the command line: `num_bins` is `--num-bins VALUE`, with
/// its doc and its default in the help.
void add_described_options(Command& command, const std::vector<OptionInfo>& infos);

/// Those that were given, as TOML values, still to be checked (see parse_options).
Table described_options(const Given& given, const std::vector<OptionInfo>& infos);

}  // namespace facet
