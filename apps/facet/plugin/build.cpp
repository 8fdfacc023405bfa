#include <filesystem>
#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/plugin/plugin_actions.h"
#include "apps/facet/plugin/plugin_name.h"
#include "apps/facet/plugin/plugin_source.h"
#include "apps/facet/usage.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/files/files.h"
#include "framework/files/temporary_folder.h"
#include "framework/packs/pack_store.h"
#include "framework/plugin_loader/plugin_report.h"
#include "framework/processes/deferred_end.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/compile_plugin.h"
#include "framework/shipping/install_pack.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// A plugin that is built from one file has no version of its own.
constexpr const char* version = "0.0.0";

/// One plugin by itself is installed as a pack of one, so that it is listed and removed as others.
void write_pack(const std::string& name, const fs::path& folder) {
  write_text(folder / "pack.toml", "name = \"" + name + "\"\nversion = \"" + version +
                                       "\"\nplugins = [\"" + name + "\"]\n");
}

/// `criterion MarginLoss, mask Cover`
std::string offers(const std::string& plugin) {
  std::vector<std::string> components;
  for (const ComponentInfo& component : report_plugin(plugin).components)
    components.push_back(component.kind + " " + component.name);
  return join(components);
}

/// A pack that came from elsewhere is not to be replaced, or hidden.
void require_no_other_pack(const std::string& name) {
  for (const StoredPack& pack : stored_versions(name))
    if (pack.version.text() != version)
      wrong_usage("a pack named '" + name + "' is installed, in version " + pack.version.text() +
                  ": give the file another name, or remove the pack (facet pack remove " + name +
                  ")");
}

int run_plugin_build(const Given& given) {
  const std::string source = given["FILE"].as<std::string>();
  const std::string name = fs::path(source).stem();
  require_plugin_name(name);
  require_new_name(name, fs::path(pack_store()) / name / version / (name + ".so"));
  require_no_other_pack(name);
  require_plugin_source(source);
  const DeferredEnd deferred;
  const TemporaryFolder folder;
  const fs::path pack = fs::path(folder.path()) / name;
  fs::create_directory(pack);
  fs::permissions(pack, fs::perms(0755));  // whatever the umask is
  compile_plugin({"", {fs::absolute(source)}, name, version}, pack);
  const std::string offered = offers(pack / (name + ".so"));
  if (offered.empty())
    throw Error(source +
                ": registers no component, so nothing is installed: write "
                "registrar.add<...>(...) in FACET_PLUGIN(registrar) { ... }");
  write_pack(name, pack);
  const std::string archive = folder.path() + "/" + archive_name(pack);
  build_pack(pack, archive);
  install_pack(archive, {.allow_unsigned = true, .replace = true});
  std::cout << "installed " << name << " in " << pack_store() << ": " << offered
            << "\nTo check it: facet plugin check " << name << '\n';
  return exit_done;
}

}  // namespace

Command plugin_build_command() {
  Command command{"build", "makes and installs a plugin from one C++ file", {"FILE"}};
  command.description =
      "Makes a plugin from one C++ file, with the compiler and the options with which Facet was "
      "built, and installs it as a pack of its own.";
  command.examples = {{"facet plugin build MarginLoss.cpp", "the plugin MarginLoss"}};
  command.run = run_plugin_build;
  return command;
}

}  // namespace facet
