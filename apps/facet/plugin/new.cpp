#include <algorithm>
#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/plugin/plugin_actions.h"
#include "apps/facet/plugin/plugin_name.h"
#include "apps/facet/plugin/plugin_template.h"
#include "apps/facet/usage.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/shipping/program_prefix.h"

namespace facet {

namespace {

/// What CMake keeps for itself (its policy CMP0037): a target cannot be called so.
constexpr const char* targets_of_cmake[] = {
    "all",           "ALL_BUILD", "clean",   "depend",    "edit_cache",     "help",
    "install",       "INSTALL",   "package", "PACKAGE",   "package_source", "preinstall",
    "rebuild_cache", "RUN_TESTS", "test",    "ZERO_CHECK"};

void must_be_a_new_name(const std::string& name) {
  require_plugin_name(name);
  if (std::ranges::find(targets_of_cmake, name) != std::end(targets_of_cmake))
    wrong_usage("a plugin cannot be called '" + name + "': CMake has a target of that name");
  require_new_name(name);
}

void must_be_a_kind(const std::string& kind, const std::vector<std::string>& kinds) {
  if (std::ranges::find(kinds, kind) == kinds.end())
    wrong_usage("--kind must be one of " + quoted(kinds) + ", got '" + kind + "'" +
                did_you_mean(kind, kinds));
}

int run_plugin_new(const Given& given) {
  const std::string name = given["NAME"].as<std::string>(), kind = given["kind"].as<std::string>();
  must_be_a_new_name(name);
  must_be_a_kind(kind, template_kinds());
  const std::string prefix = program_prefix().string();  // before anything is written
  const std::string folder = write_plugin_template(kind, name, given["dir"].as<std::string>());
  std::cout << folder << '\n';
  std::cerr << "build and test it:\n"
            << "  cmake -S " << folder << " -B " << folder
            << "/build -DCMAKE_PREFIX_PATH=" << prefix << "\n  cmake --build " << folder
            << "/build\n  ctest --test-dir " << folder << "/build\nuse it:\n"
            << "  export FACET_PLUGIN_PATH=" << folder << "/build\n";
  return exit_done;
}

}  // namespace

Command plugin_new_command() {
  Command command{"new", "a plugin to begin with, in the folder DIR/NAME", {"NAME"}};
  command.description = "A plugin to begin with: one C++ file, a CMake project, a test.";
  const Texts kinds = template_kinds();
  command.options.add_options()("kind", text_of("KIND")->default_value("criterion"),
                                ("what its component is: " + join(kinds)).c_str())(
      "dir", text_of("DIR")->default_value("."),
      "the folder in which it gets a folder of its name");
  command.choices = {{"kind", kinds}};
  command.examples = {{"facet plugin new my_loss", "a loss, in the folder my_loss"},
                      {"facet plugin new my_files --kind reader --dir src", "a reader"}};
  command.run = run_plugin_new;
  return command;
}

}  // namespace facet
