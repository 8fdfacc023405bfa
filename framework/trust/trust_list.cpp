#include "framework/trust/trust_list.h"

#include <pwd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/file_trust.h"
#include "framework/files/files.h"
#include "framework/files/user_folders.h"
#include "framework/toml/toml_reader.h"
#include "framework/toml/toml_writer.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Nothing where the user is not known.
std::optional<uid_t> find_user(const std::string& name) {
  uid_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error == std::errc() && end == name.data() + name.size()) return number;
  if (const passwd* entry = ::getpwnam(name.c_str())) return entry->pw_uid;
  return {};
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first ==
         folder.end();
}

}  // namespace

void TrustList::describe(OptionsDescription<TrustList>& options) {
  options.add("format", &TrustList::format, "the number of the file's format").at_least(1);
  options.add("users", &TrustList::users, "whose files are trusted");
  options.add("folders", &TrustList::folders, "in which files are trusted, whosever they are");
}

bool TrustList::has_user(uid_t user) const {
  return std::any_of(users.begin(), users.end(),
                     [&](const std::string& name) { return find_user(name) == user; });
}

bool TrustList::has_folder_of(const std::string& file) const {
  return std::any_of(folders.begin(), folders.end(),
                     [&](const std::string& folder) { return lies_in(file, folder); });
}

std::string trust_list_file() {
  const std::string folder = user_config_folder();
  if (folder.empty()) throw Error("there is no list of whom you trust: HOME is not set");
  return folder + "/trusted.toml";
}

TrustList read_trust_list() {
  const std::string file = trust_list_file();
  if (!path_exists(file)) return {};
  require_own_file(file);
  const Table table = parse_toml(read_text(file), file);
  require_format(table);
  return parse_options<TrustList>(table, {}, "", {file, 1, 1});
}

void write_trust_list(const TrustList& list) {
  const std::string file = trust_list_file();
  fs::create_directories(fs::path(file).parent_path());
  write_text(file,
             "# Whose plugins are used beside root's and your own: see `facet plugin trust`.\n" +
                 write_toml(OptionsDescription<TrustList>().write(list)));
}

uid_t user_number(const std::string& name) {
  if (const auto number = find_user(name)) return *number;
  throw Error("there is no user '" + name + "' on this computer");
}

std::string user_name(uid_t user) {
  const passwd* entry = ::getpwuid(user);
  return entry ? entry->pw_name : std::to_string(user);
}

}  // namespace facet
