#include "framework/plugin_loader/pack.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "framework/toml/toml_reader.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Names become names of files.
bool well_formed_pack_name(const std::string& name) {
  return !name.empty() && name[0] != '.' &&
         std::all_of(name.begin(), name.end(), [](unsigned char c) {
           return std::isalnum(c) || c == '.' || c == '_' || c == '-';
         });
}

void must_exist(const Pack& pack, const fs::path& file) {
  if (!fs::is_regular_file(file))
    throw Error("pack '" + pack.name + "' has no file " + file.string() +
                ", which its pack.toml names");
}

}  // namespace

void Pack::describe(OptionsDescription<Pack>& options) {
  options.add("format", &Pack::format, "the number of pack.toml's format").at_least(1);
  options.add("name", &Pack::name, "the pack's name").required();
  options.add("version", &Pack::version, "the pack's version").required();
  options.add("plugins", &Pack::plugins, "the names of its plugins").required();
  options.add("example", &Pack::example, "a config that shows what it is for");
}

void Pack::validate(Problems& problems, const std::string& key) const {
  const std::string wanted = "must consist of letters, digits, '.', '_' and '-', got '";
  if (!well_formed_pack_name(name)) problems.add({}, join_key(key, "name"), wanted + name + "'");
  for (const std::string& plugin : plugins)
    if (!well_formed_pack_name(plugin))
      problems.add({}, join_key(key, "plugins"), wanted + plugin + "'");
  if (plugins.empty()) problems.add({}, join_key(key, "plugins"), "must name a plugin");
}

Pack read_pack(const std::string& folder) {
  const fs::path file = fs::path(folder) / "pack.toml";
  if (!fs::is_regular_file(file)) throw Error(folder + " is not a pack: it has no pack.toml");
  const Location start = {file, 1, 1};
  const Table table = read_toml(file);
  require_format(table);
  const Pack pack = parse_options<Pack>(table, {}, "", start);
  for (const std::string& plugin : pack.plugins) {
    must_exist(pack, fs::path(folder) / (plugin + ".so"));
    must_exist(pack, fs::path(folder) / (plugin + ".components.json"));
  }
  if (!pack.example.empty()) must_exist(pack, fs::path(folder) / pack.example);
  return pack;
}

}  // namespace facet
