#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/build_progress.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/processes/deferred_end.h"
#include "framework/shipping/rebuild_pack.h"

namespace facet {

namespace {

int run_pack_rebuild(const Given& given) {
  const DeferredEnd deferred;
  const InstalledPack rebuilt =
      rebuild_pack(given["NAME"].as<std::string>(),
                   given.count("VERSION") ? given["VERSION"].as<std::string>() : "", told_builds());
  const Pack& pack = rebuilt.checked.pack;
  std::cout << pack.name << ' ' << pack.version
            << (rebuilt.was_there ? ": its plugins fit this host as they came, nothing was to build"
                                  : " rebuilt in " + rebuilt.checked.folder)
            << '\n';
  return exit_done;
}

}  // namespace

Command pack_rebuild_command() {
  Command command{"rebuild", "builds its plugins from their sources again", {"NAME", "[VERSION]"}};
  command.description =
      "Builds the plugins of an installed pack again, from the sources that it has, where they do "
      "not fit this host as they came. Without a version it is the newest.";
  command.examples = {{"facet pack rebuild lab", "after another Facet was installed"}};
  command.run = run_pack_rebuild;
  return command;
}

}  // namespace facet
