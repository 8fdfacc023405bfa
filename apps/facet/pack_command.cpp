#include <iostream>

#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/plugin_loader/pack_store.h"
#include "usage.h"

namespace facet {

namespace {

constexpr const char* pack_usage =
    "usage: facet pack install DIR    copies the pack in the folder DIR to where it is found\n"
    "       facet pack list           the packs that are installed\n"
    "       facet pack remove NAME";

int install(const std::string& folder) {
  const Pack pack = install_pack(folder);
  std::cout << "installed " << pack.name << ' ' << pack.version << " in " << pack_store() << '\n';
  return 0;
}

/// A damaged pack does not keep the others from being listed.
int list_packs() {
  std::vector<std::vector<std::string>> rows;
  int failed = 0;
  for (const std::string& folder : pack_folders()) {
    try {
      const Pack pack = read_pack(folder);
      rows.push_back({pack.name, pack.version, join(pack.plugins), folder});
    } catch (const Error& error) {
      std::cerr << error.what() << '\n';
      failed = 1;
    }
  }
  std::cout << text_table(rows);
  return failed;
}

int remove(const std::string& name) {
  remove_pack(name);
  std::cout << "removed " << name << '\n';
  return 0;
}

}  // namespace

int pack_command(const std::vector<std::string>& arguments) {
  if (asks_for_help(arguments)) {
    std::cout << pack_usage << '\n';
    return exit_done;
  }
  const std::string action = arguments.empty() ? "" : arguments[0];
  if (action == "list" && arguments.size() == 1) return list_packs();
  if (action == "install" && arguments.size() == 2) return install(arguments[1]);
  if (action == "remove" && arguments.size() == 2) return remove(arguments[1]);
  wrong_usage(pack_usage);
}

}  // namespace facet
