#pragma once

#include <string>
#include <vector>

namespace facet {

/// The actions of `facet pack`, each with the arguments that follow its name; as commands (see
/// commands.h) they return an exit code.

int build_action(const std::vector<std::string>& arguments);
int sign_action(const std::vector<std::string>& arguments);
int verify_action(const std::vector<std::string>& arguments);
int install_action(const std::vector<std::string>& arguments);
int upgrade_action(const std::vector<std::string>& arguments);
int rebuild_action(const std::vector<std::string>& arguments);
int list_action(const std::vector<std::string>& arguments);
int info_action(const std::vector<std::string>& arguments);
int remove_action(const std::vector<std::string>& arguments);

}  // namespace facet
