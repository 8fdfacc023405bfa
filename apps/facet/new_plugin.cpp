#include "new_plugin.h"

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cctype>
#include <iostream>

#include "command_line.h"
#include "exit_codes.h"
#include "facet/text.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "plugin_template.h"
#include "usage.h"

namespace facet {

namespace {

/// What CMake keeps for itself (its policy CMP0037): a target cannot be called so.
constexpr const char* targets_of_cmake[] = {
    "all",           "ALL_BUILD", "clean",   "depend",    "edit_cache",     "help",
    "install",       "INSTALL",   "package", "PACKAGE",   "package_source", "preinstall",
    "rebuild_cache", "RUN_TESTS", "test",    "ZERO_CHECK"};

void must_be_a_name(const std::string& name) {
  const bool well_formed = !name.empty() && std::isalpha(static_cast<unsigned char>(name[0])) &&
                           std::all_of(name.begin(), name.end(),
                                       [](unsigned char c) { return std::isalnum(c) || c == '_'; });
  if (!well_formed)
    wrong_usage("the name of a plugin must be a letter and then letters, digits and '_', got '" +
                name + "'");
  if (std::ranges::find(targets_of_cmake, name) != std::end(targets_of_cmake))
    wrong_usage("a plugin cannot be called '" + name + "': CMake has a target of that name");
  const auto registry = open_registry();
  for (const PluginInfo* plugin : registry->plugins())
    if (plugin->name == name)
      wrong_usage("there is a plugin '" + name + "' already, which it would hide: " + plugin->path);
}

void must_be_a_kind(const std::string& kind, const std::vector<std::string>& kinds) {
  if (std::ranges::find(kinds, kind) == kinds.end())
    wrong_usage("--kind must be one of " + quoted(kinds) + ", got '" + kind + "'" +
                did_you_mean(kind, kinds));
}

}  // namespace

int new_plugin(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  const std::vector<std::string> kinds = template_kinds();
  po::options_description options;
  options.add_options()("kind",
                        po::value<std::string>()->value_name("KIND")->default_value("criterion"),
                        ("what its component is: " + join(kinds)).c_str())(
      "dir", po::value<std::string>()->value_name("DIR")->default_value("."),
      "the folder in which it gets a folder of its name");
  const auto parsed = parse_command_line(
      arguments,
      "plugin new NAME [options]\nA plugin to begin with: one C++ file, a CMake project, a test.",
      options, {"NAME"});
  if (!parsed) return exit_done;
  const auto& given = *parsed;
  const std::string name = given["NAME"].as<std::string>(), kind = given["kind"].as<std::string>();
  must_be_a_name(name);
  must_be_a_kind(kind, kinds);
  const std::string folder = write_plugin_template(kind, name, given["dir"].as<std::string>());
  std::cout << folder << '\n';
  std::cerr << "build and test it:\n"
            << "  cmake -S " << folder << " -B " << folder
            << "/build -DCMAKE_PREFIX_PATH=" << program_prefix() << "\n  cmake --build " << folder
            << "/build\n  ctest --test-dir " << folder << "/build\nuse it:\n"
            << "  export FACET_PLUGIN_PATH=" << folder << "/build\n";
  return exit_done;
}

}  // namespace facet
