#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/plugin/plugin_actions.h"
#include "apps/facet/usage.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/trust/trust_list.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

constexpr const char* trust_usage =
    "plugin trust [FOLDER] [options]\n"
    "Whose plugins are used beside root's and your own: those of a user, or all that lie in a\n"
    "folder, whoever may write to it. Without either, shows the list.";

/// Puts an entry into a list or takes it out; false where that changes nothing.
bool change(std::vector<std::string>& list, const std::string& entry, bool remove) {
  const auto found = std::find(list.begin(), list.end(), entry);
  if ((found != list.end()) != remove) return false;
  if (remove)
    list.erase(found);
  else
    list.push_back(entry);
  return true;
}

/// One that is to be removed may be gone.
std::string real_folder(const std::string& folder, bool remove) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);
  if (!error && fs::is_directory(real)) return real;
  if (remove) return fs::absolute(folder).lexically_normal();
  throw Error(folder + ": is no folder" + (error ? ": " + error.message() : ""));
}

void show_list(const TrustList& list, bool as_json) {
  if (as_json) {
    std::cout << json_text({{"users", list.users}, {"folders", list.folders}});
    return;
  }
  TableRows rows;
  for (const std::string& user : list.users) rows.push_back({"user", user});
  for (const std::string& folder : list.folders) rows.push_back({"folder", printable(folder)});
  if (rows.empty()) std::cout << "nobody beside root and yourself\n";
  std::cout << text_table(rows);
}

int run_plugin_trust(const Given& given) {
  const bool remove = given.count("remove") > 0, as_json = given.count("json") > 0;
  TrustList list = read_trust_list();
  if (!given.count("FOLDER") && !given.count("user")) {
    if (remove) wrong_usage("--remove takes away a FOLDER or a --user, which is missing");
    show_list(list, as_json);
    return exit_done;
  }
  bool changed = false;
  if (given.count("FOLDER"))
    changed |= change(list.folders, real_folder(given["FOLDER"].as<std::string>(), remove), remove);
  if (given.count("user")) {
    const std::string user = given["user"].as<std::string>();
    if (!remove) user_number(user);  // there is one
    changed |= change(list.users, user, remove);
  }
  if (!changed)
    throw Error(remove ? "it is not in the list: `facet plugin trust` shows it"
                       : "it is in the list already");
  write_trust_list(list);
  if (as_json)
    show_list(list, as_json);
  else
    std::cout << trust_list_file() << '\n';
  return exit_done;
}

}  // namespace

Command plugin_trust_command() {
  Command command{"trust", "whose plugins are used, beside root's and yours", {"[FOLDER]"}};
  command.description =
      "Whose plugins are used beside root's and your own: those of a user, or all that lie in a "
      "folder, whoever may write to it. Without either, shows the list.";
  command.options.add_options()("user", text_of("USER"), "a user's name, or number")(
      "remove", "takes it from the list");
  command.examples = {{"facet plugin trust --user ada", "what ada owns"},
                      {"facet plugin trust /lab/plugins --remove", "no longer"}};
  command.reports = true;
  command.run = run_plugin_trust;
  return command;
}

}  // namespace facet
