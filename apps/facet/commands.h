#pragma once

#include "command.h"

namespace facet {

Command train_command();
Command sweep_command();
Command check_command();
Command profile_command();
Command embed_command();
Command adapt_command();
Command evaluate_command();
Command attribute_command();
Command compare_command();
Command export_command();
Command import_command();
Command report_command();
Command plot_command();
Command data_command();
Command init_command();
Command config_command();
Command components_command();
Command plugin_command();
Command pack_command();
Command simulate_command();
Command completion_command();

/// The commands of `facet`, in the order in which `facet --help` lists them.
inline constexpr Command (*command_table[])() = {
    train_command,      sweep_command,      check_command,     profile_command, embed_command,
    adapt_command,      evaluate_command,   attribute_command, compare_command, export_command,
    import_command,     report_command,     plot_command,      data_command,    init_command,
    config_command,     components_command, plugin_command,    pack_command,    simulate_command,
    completion_command,
};

std::vector<Command> all_commands();

}  // namespace facet
