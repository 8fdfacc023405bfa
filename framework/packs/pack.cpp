#include "framework/packs/pack.h"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "framework/files/files.h"
#include "framework/packs/pack_file_name.h"
#include "framework/packs/pack_files.h"
#include "framework/packs/requirement.h"
#include "framework/toml/key_path.h"
#include "framework/toml/toml_reader.h"

namespace facet {

namespace {

/// Names become names of folders and files.
void check_name(const std::string& name, const std::string& key, Problems& problems) {
  static const std::regex form("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
  if (name.size() > 64 || !std::regex_match(name, form))
    problems.add(
        {}, key,
        "must be at most 64 letters, digits, '.', '_' and '-', the first a letter, a digit "
        "or '_', got '" +
            name + "'");
}

void check_conditions(const std::string& text, const std::string& key, Problems& problems) {
  if (!text.empty()) problems.attempt({}, key, [&] { VersionConditions{text}; });
}

void check_requires(const PackRequires& required, const std::string& key, Problems& problems) {
  check_conditions(required.facet, join_key(key, "facet"), problems);
  check_conditions(required.libtorch, join_key(key, "libtorch"), problems);
  check_conditions(required.cxx_abi, join_key(key, "cxx_abi"), problems);
  for (std::size_t i = 0; i < required.packs.size(); ++i)
    problems.attempt({}, item_key(join_key(key, "packs"), i),
                     [&] { parse_requirement(required.packs[i]); });
}

/// Each plugin is a library, with or without sources, or a TorchScript file: told of once.
template <class Described>
void check_plugins_of(const std::vector<Described>& all, const std::vector<std::string>& plugins,
                      std::set<std::string>& seen, const std::string& key, Problems& problems) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& plugin = all[i].plugin;
    const std::string place = join_key(item_key(key, i), "plugin");
    if (std::find(plugins.begin(), plugins.end(), plugin) == plugins.end())
      problems.add({}, place, "must be one of the plugins, got '" + plugin + "'");
    else if (!seen.insert(plugin).second)
      problems.add({}, place, "has a [[sources]] or [[torchscript]] already: '" + plugin + "'");
  }
}

template <class Described>
const Described* find_plugin(const std::vector<Described>& all, const std::string& plugin) {
  const auto of_plugin = [&](const Described& described) { return described.plugin == plugin; };
  const auto found = std::find_if(all.begin(), all.end(), of_plugin);
  return found == all.end() ? nullptr : &*found;
}

/// Puts to each mistake where its key was written; a missing one has the place of the whole.
[[noreturn]] void throw_with_places(const OptionsError& error, const Table& table) {
  Problems problems;
  for (const Problem& problem : error.problems()) {
    const Location place = place_of(table, problem.key);
    problems.add(place.line > 0 ? place : problem.where, problem.key, problem.what);
  }
  problems.throw_if_any();
  throw error;
}

}  // namespace

void PackRequires::describe(OptionsDescription<PackRequires>& options) {
  options.add("facet", &PackRequires::facet, "which versions of Facet will do");
  options.add("libtorch", &PackRequires::libtorch, "which versions of libtorch will do");
  options.add("cxx_abi", &PackRequires::cxx_abi, "which versions of g++'s C++ ABI will do");
  options.add("packs", &PackRequires::packs, "other packs that it needs, and their versions");
}

void Pack::describe(OptionsDescription<Pack>& options) {
  options.add("format", &Pack::format, "the number of pack.toml's format").at_least(1);
  options.add("name", &Pack::name, "the pack's name").required();
  options.add("version", &Pack::version, "the pack's version").required();
  options.add("authors", &Pack::authors, "who made it");
  options.add("license", &Pack::license, "under which it may be used");
  options.add("homepage", &Pack::homepage, "where more is told of it");
  options.add("plugins", &Pack::plugins, "the names of its plugins").required();
  options.add("examples", &Pack::examples, "configs that show what it is for");
  options.add("docs", &Pack::docs, "files to be read");
  options.add("requires", &Pack::required, "what it needs of who uses it");
  options.add("sources", &Pack::sources, "what its plugins are built from");
  options.add("torchscript", &Pack::torchscript, "its plugins in TorchScript");
}

void Pack::validate(Problems& problems, const std::string& key) const {
  check_name(name, join_key(key, "name"), problems);
  problems.attempt({}, join_key(key, "version"), [&] { Version{version}; });
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    const std::string item = item_key(join_key(key, "plugins"), i);
    check_name(plugins[i], item, problems);
    const auto before = plugins.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(plugins.begin(), before, plugins[i]) != before)
      problems.add({}, item, "names '" + plugins[i] + "' once more");
  }
  if (plugins.empty()) problems.add({}, join_key(key, "plugins"), "must name a plugin");
  for (const auto& [files, option] : {std::pair{&examples, "examples"}, std::pair{&docs, "docs"}})
    for (std::size_t i = 0; i < files->size(); ++i)
      problems.attempt({}, item_key(join_key(key, option), i),
                       [&] { require_pack_file_name((*files)[i]); });
  check_requires(required, join_key(key, "requires"), problems);
  std::set<std::string> seen;
  check_plugins_of(sources, plugins, seen, join_key(key, "sources"), problems);
  check_plugins_of(torchscript, plugins, seen, join_key(key, "torchscript"), problems);
}

std::vector<std::string> Pack::sources_of(const std::string& plugin) const {
  const PluginSources* found = find_plugin(sources, plugin);
  return found ? found->files : std::vector<std::string>();
}

const TorchScriptPlugin* Pack::torchscript_of(const std::string& plugin) const {
  return find_plugin(torchscript, plugin);
}

std::string Pack::file_of(const std::string& plugin) const {
  return plugin + (torchscript_of(plugin) ? ".pt" : ".so");
}

Pack parse_pack(const std::string& text, const std::string& name) {
  const Table table = parse_toml(text, name);
  require_format(table);
  try {
    return parse_options<Pack>(table, {}, "", {name, 1, 1});
  } catch (const OptionsError& error) {
    throw_with_places(error, table);
  }
}

Pack read_pack(const std::string& folder) {
  const std::filesystem::path file = std::filesystem::path(folder) / pack_toml;
  if (!std::filesystem::is_regular_file(file))
    throw Error(folder + " is not a pack: it has no pack.toml");
  const Pack pack = parse_pack(read_text(file), file);
  try {
    require_named_files(pack, pack_files(folder));
  } catch (const Error& error) {
    throw Error(folder + ": " + error.what());
  }
  return pack;
}

void require_named_files(const Pack& pack, const std::vector<std::string>& files) {
  const auto is_there = [&](const std::string& name) {
    return std::find(files.begin(), files.end(), name) != files.end();
  };
  std::vector<std::string> named;
  for (const std::string& plugin : pack.plugins) {
    const std::string file = pack.file_of(plugin), components = plugin + ".components.json";
    const std::vector<std::string> sources = pack.sources_of(plugin);
    if (pack.torchscript_of(plugin))
      named.push_back(file);
    else if (sources.empty() || is_there(file) || is_there(components))
      named.insert(named.end(), {file, components});
    named.insert(named.end(), sources.begin(), sources.end());
  }
  for (const auto* more : {&pack.examples, &pack.docs})
    named.insert(named.end(), more->begin(), more->end());
  for (const std::string& name : named) {
    if (is_there(name)) continue;
    const std::string script = std::filesystem::path(name).replace_extension(".pt");
    const bool is_script = name.ends_with(".so") && is_there(script);
    throw Error(name + ": is missing, though pack.toml names it" +
                (is_script ? "; " + script + " needs a [[torchscript]] there" : ""));
  }
}

}  // namespace facet
