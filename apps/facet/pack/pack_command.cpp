#include <iostream>

#include "apps/facet/commands.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "apps/facet/usage.h"
#include "facet/error.h"

namespace facet {

namespace {

constexpr const char* pack_usage =
    "usage: facet pack build DIR [--out FILE] [--overwrite]\n"
    "                                  the archive of the pack in DIR, with checksums\n"
    "       facet pack sign PACK --key FILE\n"
    "                                  signs it, by ssh-keygen\n"
    "       facet pack verify PACK     every file of it, and its signature\n"
    "       facet pack info PACK       what it is and has; runs none of its code\n"
    "       facet pack install PACK    puts it where plugins are found; with\n"
    "         --allow-unsigned, --allow-unknown-signer  what nobody you know has signed\n"
    "         --allow-hiding           a plugin of a name that another has\n"
    "         --downgrade              beside a newer version\n"
    "         --replace                the same version with other files\n"
    "       facet pack upgrade PACK    the same, and takes older versions away\n"
    "       facet pack rebuild NAME [VERSION]\n"
    "                                  builds its plugins from their sources again\n"
    "       facet pack list            the packs that are installed\n"
    "       facet pack remove NAME [VERSION]\n"
    "PACK is a folder, an archive or the name of an installed pack.";

struct Action {
  const char* name;
  int (*run)(const std::vector<std::string>& arguments);
};

constexpr Action actions[] = {
    {"build", build_action},     {"sign", sign_action},       {"verify", verify_action},
    {"info", info_action},       {"install", install_action}, {"upgrade", upgrade_action},
    {"rebuild", rebuild_action}, {"list", list_action},       {"remove", remove_action},
};

}  // namespace

int pack_command(const std::vector<std::string>& arguments) {
  const std::string name = arguments.empty() ? "" : arguments[0];
  for (const Action& action : actions)
    if (action.name == name) return action.run({arguments.begin() + 1, arguments.end()});
  if (asks_for_help(arguments)) {
    std::cout << pack_usage << '\n';
    return exit_done;
  }
  wrong_usage(pack_usage);
}

}  // namespace facet
