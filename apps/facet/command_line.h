#pragma once

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <optional>
#include <string>
#include <vector>

#include "framework/run_folder/output_file.h"

namespace facet {

/// Reads the arguments of a command: its `positional` words, each of which must be given (one that
/// ends in `...` once or more: a list; `[ONE]` in brackets not), and its `options`. Nothing where
/// `--help` is among them: then the usage was shown, and there is nothing else to do. Throws
/// OptionsError with the usage for anything else.
std::optional<boost::program_options::variables_map> parse_command_line(
    const std::vector<std::string>& arguments, const std::string& usage,
    const boost::program_options::options_description& options,
    const std::vector<std::string>& positional);

/// What becomes of a file where a command writes: by its option `overwrite`.
ExistingFile existing_file(const boost::program_options::variables_map& given);

}  // namespace facet
