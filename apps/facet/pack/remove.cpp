#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/packs/pack_store.h"
#include "framework/shipping/remove_pack.h"

namespace facet {

namespace {

/// Which version is used now, if there is one still.
void tell_what_is_used(const std::string& name) {
  for (const StoredPack& pack : stored_packs()) {
    if (pack.name != name) continue;
    std::cout << "the version that is used is " << pack.version.text() << '\n';
    return;
  }
}

int run_pack_remove(const Given& given) {
  const std::string name = given["NAME"].as<std::string>();
  const std::string version = given.count("VERSION") ? given["VERSION"].as<std::string>() : "";
  remove_pack(name, version);
  std::cout << "removed " << name << (version.empty() ? "" : " ") << version << '\n';
  tell_what_is_used(name);
  return exit_done;
}

}  // namespace

Command pack_remove_command() {
  Command command{"remove", "removes it, or one version of it", {"NAME", "[VERSION]"}};
  command.description = "Removes a version of a pack; without one, all of them.";
  command.examples = {{"facet pack remove lab 1.1.0", "one version"},
                      {"facet pack remove lab", "all of them"}};
  command.run = run_pack_remove;
  return command;
}

}  // namespace facet
