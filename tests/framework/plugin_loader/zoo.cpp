#include "framework/plugin_loader/zoo.h"

#include <gtest/gtest.h>

#include <fstream>

#include "facet/scheduler.h"
#include "framework/plugin_loader/plugin_loader.h"

namespace facet::test {

namespace fs = std::filesystem;

Zoo::Zoo() {
  add("good");
}

fs::path Zoo::add(const std::string& plugin) {
  const fs::path source = fs::path(ZOO_FOLDER) / (plugin + ".so");
  const fs::path library = folder() / source.filename();
  fs::copy_file(source, library);
  fs::permissions(library, fs::perms(0644));
  fs::path components = source;
  components.replace_extension(".components.json");
  if (fs::exists(components)) fs::copy_file(components, folder() / components.filename());
  return library;
}

fs::path Zoo::add_as_good(const std::string& plugin) {
  const fs::path library = add(plugin);
  fs::path components = library;
  fs::copy_file(folder() / "good.components.json",
                components.replace_extension(".components.json"));
  return library;
}

fs::path Zoo::add_file(const std::string& name, const std::string& content) {
  const fs::path library = folder() / (name + ".so");
  std::ofstream(library, std::ios::binary) << content;
  fs::permissions(library, fs::perms(0644));
  return library;
}

Registry Zoo::registry() const {
  Registry registry;
  find_plugins(registry, {folder()});
  return registry;
}

std::string refusal(const Zoo& zoo, const fs::path& library) {
  Registry registry = zoo.registry();
  EXPECT_EQ(weight(registry, "good"), 1.0);
  if (registry.refused().size() != 1) {
    ADD_FAILURE() << registry.refused().size() << " plugins were refused";
    return "";
  }
  EXPECT_EQ(registry.refused()[0].path, library);
  return registry.refused()[0].reason;
}

double weight(Registry& registry, const std::string& name) {
  return registry.create<Scheduler>({name})->weights(0)->at(0);
}

}  // namespace facet::test
