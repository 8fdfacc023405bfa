#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/build_progress.h"
#include "apps/facet/pack/pack_actions.h"
#include "facet/text.h"
#include "framework/processes/deferred_end.h"
#include "framework/shipping/install_pack.h"

namespace facet {

namespace {

using Install = InstalledPack (*)(const std::string&, const InstallOptions&, const BuildWatcher&);

void tell(const InstalledPack& installed) {
  const Pack& pack = installed.checked.pack;
  std::cout << pack.name << ' ' << pack.version
            << (installed.was_there ? " is there already, with the same files: " : " installed in ")
            << installed.checked.folder << ", signed by " << to_string(installed.checked.signer)
            << '\n';
  if (!installed.removed.empty()) std::cout << "removed " << join(installed.removed) << '\n';
}

int install_by(Install install, const Given& given) {
  const auto allows = [&](const char* option) { return given.count(option) > 0; };
  const DeferredEnd deferred;
  tell(install(given["PACK"].as<std::string>(),
               {allows("allow-unsigned"), allows("allow-unknown-signer"), allows("allow-hiding"),
                allows("downgrade"), allows("replace")},
               told_builds()));
  return exit_done;
}

void add_allowances(Command& command) {
  command.options.add_options()("allow-unsigned", "a pack that nobody has signed")(
      "allow-unknown-signer", "one whose signer is not in your list")(
      "allow-hiding", "one with a plugin of a name that another has")(
      "downgrade", "an older version than the newest that is installed")(
      "replace", "the same version as one that is installed, with other files");
}

}  // namespace

Command pack_install_command() {
  Command command{"install", "puts it where plugins are found", {"PACK"}};
  command.description =
      "Installs a pack, a folder or an archive, beside other versions of it. The newest is used "
      "where a config requires no other. Plugins that do not fit this host are built from the "
      "sources that the pack has.";
  add_allowances(command);
  command.examples = {
      {"facet pack install lab-1.2.0.facetpack", "one that you trust the signer of"},
      {"facet pack install ./lab --allow-unsigned", "your own, from its folder"}};
  command.run = [](const Given& given) { return install_by(install_pack, given); };
  return command;
}

Command pack_upgrade_command() {
  Command command{"upgrade", "the same, and takes older versions away", {"PACK"}};
  command.description = "Installs a newer version of an installed pack and takes older ones away.";
  add_allowances(command);
  command.examples = {{"facet pack upgrade lab-1.3.0.facetpack", "in the place of lab 1.2.0"}};
  command.run = [](const Given& given) { return install_by(upgrade_pack, given); };
  return command;
}

}  // namespace facet
