#pragma once

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <vector>

#include "facet/options.h"

namespace facet {

/// Options that a described struct has, on the command line: `num_bins` is `--num-bins VALUE`, with
/// its doc and its default in the help.
void add_described_options(boost::program_options::options_description& options,
                           const std::vector<OptionInfo>& infos);

/// Those that were given, as TOML values, still to be checked (see parse_options).
Table described_options(const boost::program_options::variables_map& given,
                        const std::vector<OptionInfo>& infos);

}  // namespace facet
