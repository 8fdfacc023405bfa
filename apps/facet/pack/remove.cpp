#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "apps/facet/usage.h"
#include "framework/packs/pack_store.h"
#include "framework/shipping/remove_pack.h"

namespace facet {

namespace {

constexpr const char* remove_usage =
    "usage: facet pack remove NAME [VERSION]\n"
    "Removes a version of a pack; without one, all of them.";

/// Which version is used now, if there is one still.
void tell_what_is_used(const std::string& name) {
  for (const StoredPack& pack : stored_packs()) {
    if (pack.name != name) continue;
    std::cout << "the version that is used is " << pack.version.text() << '\n';
    return;
  }
}

}  // namespace

int remove_action(const std::vector<std::string>& arguments) {
  if (asks_for_help(arguments)) {
    std::cout << remove_usage << '\n';
    return exit_done;
  }
  if (arguments.empty() || arguments.size() > 2) wrong_usage(remove_usage);
  const std::string version = arguments.size() == 2 ? arguments[1] : "";
  remove_pack(arguments[0], version);
  std::cout << "removed " << arguments[0] << (version.empty() ? "" : " ") << version << '\n';
  tell_what_is_used(arguments[0]);
  return exit_done;
}

}  // namespace facet
