#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/build_progress.h"
#include "apps/facet/pack/pack_actions.h"
#include "apps/facet/usage.h"
#include "framework/processes/deferred_end.h"
#include "framework/shipping/rebuild_pack.h"

namespace facet {

namespace {

constexpr const char* rebuild_usage =
    "usage: facet pack rebuild NAME [VERSION]\n"
    "Builds the plugins of an installed pack again, from the sources that it has, where they do "
    "not\n"
    "fit this host as they came. Without a version it is the newest.";

}  // namespace

int rebuild_action(const std::vector<std::string>& arguments) {
  if (asks_for_help(arguments)) {
    std::cout << rebuild_usage << '\n';
    return exit_done;
  }
  if (arguments.empty() || arguments.size() > 2) wrong_usage(rebuild_usage);
  const DeferredEnd deferred;
  const InstalledPack rebuilt =
      rebuild_pack(arguments[0], arguments.size() == 2 ? arguments[1] : "", told_builds());
  const Pack& pack = rebuilt.checked.pack;
  std::cout << pack.name << ' ' << pack.version
            << (rebuilt.was_there ? ": its plugins fit this host as they came, nothing was to build"
                                  : " rebuilt in " + rebuilt.checked.folder)
            << '\n';
  return exit_done;
}

}  // namespace facet
