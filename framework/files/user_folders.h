#pragma once

#include <string>

namespace facet {

/// Where the user's own lists are: facet in $XDG_CONFIG_HOME or ~/.config. Empty when neither that
/// variable nor HOME is set.
std::string user_config_folder();

/// Where what the user installed is: facet in $XDG_DATA_HOME or ~/.local/share. Empty likewise.
std::string user_data_folder();

}  // namespace facet
