#include <iostream>

#include "apps/facet/command_line.h"
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

int install_by(Install install, const std::vector<std::string>& arguments,
               const std::string& usage) {
  boost::program_options::options_description options;
  options.add_options()("allow-unsigned", "a pack that nobody has signed")(
      "allow-unknown-signer", "one whose signer is not in your list")(
      "allow-hiding", "one with a plugin of a name that another has")(
      "downgrade", "an older version than the newest that is installed")(
      "replace", "the same version as one that is installed, with other files");
  const auto given = parse_command_line(arguments, usage, options, {"PACK"});
  if (!given) return exit_done;
  const auto allows = [&](const char* option) { return given->count(option) > 0; };
  const DeferredEnd deferred;
  tell(install((*given)["PACK"].as<std::string>(),
               {allows("allow-unsigned"), allows("allow-unknown-signer"), allows("allow-hiding"),
                allows("downgrade"), allows("replace")},
               told_builds()));
  return exit_done;
}

}  // namespace

int install_action(const std::vector<std::string>& arguments) {
  return install_by(
      install_pack, arguments,
      "pack install PACK [options]\nInstalls a pack, a folder or an archive, beside "
      "other versions of it.\nThe newest is used where a config requires no other. "
      "Plugins that do not fit this host\nare built from the sources that the pack has.");
}

int upgrade_action(const std::vector<std::string>& arguments) {
  return install_by(
      upgrade_pack, arguments,
      "pack upgrade PACK [options]\nInstalls a newer version of an installed pack and "
      "takes older ones away.");
}

}  // namespace facet
