// What becomes of a plugin's file between its check and its loading: the file that was checked is
// the one that is loaded, or none is.
#include <gtest/gtest.h>

#include <fstream>

#include "facet/scheduler.h"
#include "framework/plugin_loader/zoo.h"
#include "message_of.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::weight;
using test::Zoo;

/// Another plugin in the place of `library`: one that throws when it is asked to register.
void replace(const fs::path& library) {
  const fs::path other = library.parent_path() / "other";
  fs::copy_file(fs::path(ZOO_FOLDER) / "throws.so", other);
  fs::rename(other, library);
}

/// The same file with other content.
void overwrite(const fs::path& library) {
  std::ifstream other(fs::path(ZOO_FOLDER) / "throws.so", std::ios::binary);
  std::ofstream(library, std::ios::binary) << other.rdbuf();
}

/// More bytes at the end: no byte that is in use changes.
void append(const fs::path& library) {
  std::ofstream(library, std::ios::binary | std::ios::app) << '\n';
}

TEST(CheckedFile, AReplacedPluginIsLoadedAsItWasChecked) {
  const Zoo zoo;
  Registry registry = zoo.registry();
  replace(zoo.folder() / "good.so");
  EXPECT_EQ(weight(registry, "good"), 1.0);
}

TEST(CheckedFile, ADeletedPluginIsLoadedAsItWasChecked) {
  const Zoo zoo;
  Registry registry = zoo.registry();
  fs::remove(zoo.folder() / "good.so");
  EXPECT_EQ(weight(registry, "good"), 1.0);
}

TEST(CheckedFile, AnOverwrittenPluginIsNotLoaded) {
  const Zoo zoo;
  const std::string library = zoo.folder() / "good.so";
  Registry registry = zoo.registry();
  overwrite(library);
  EXPECT_EQ(message_of([&] { weight(registry, "good"); }),
            "plugin 'good' failed to register its components: " + library +
                ": cannot be loaded: the file changed after it was checked; start the program "
                "again to have it checked again");
  EXPECT_TRUE(registry.loaded_plugins().empty());
}

// The dynamic linker would take the file for the library that it has already.
TEST(CheckedFile, APluginThatIsOverwrittenWhileItIsLoadedIsNotTakenForTheLoadedOne) {
  const Zoo zoo;
  const std::string library = zoo.folder() / "good.so";
  Registry before = zoo.registry();
  EXPECT_EQ(weight(before, "good"), 1.0);
  append(library);
  Registry after = zoo.registry();
  EXPECT_EQ(message_of([&] { weight(after, "good"); }),
            "plugin 'good' failed to register its components: " + library +
                ": cannot be loaded: the file changed after this program loaded it; start the "
                "program again");
}

TEST(CheckedFile, TheSamePluginIsLoadedForTwoRegistries) {
  const Zoo zoo;
  for (int i = 0; i < 2; ++i) {
    Registry registry = zoo.registry();
    EXPECT_EQ(weight(registry, "good"), 1.0);
  }
}

// The dynamic linker tells libraries apart by the names under which they were opened.
TEST(CheckedFile, PluginsOfTwoRegistriesAreTwoPlugins) {
  for (const char* first : {"1", "100"}) {
    Zoo zoo;
    zoo.add(std::string("same_class_") + first);
    Registry registry = zoo.registry();
    EXPECT_EQ(weight(registry, "counter"), std::stod(first));
  }
}

// Its class counts anew, beside the old one.
TEST(CheckedFile, APluginThatReplacesALoadedOneIsAnotherPlugin) {
  Zoo zoo;
  const fs::path library = zoo.add("same_class_1");
  Registry before = zoo.registry();
  EXPECT_EQ(weight(before, "counter"), 1.0);
  fs::copy_file(library, zoo.folder() / "copy");
  fs::rename(zoo.folder() / "copy", library);
  Registry after = zoo.registry();
  EXPECT_EQ(weight(after, "counter"), 1.0);
  EXPECT_EQ(weight(before, "counter"), 2.0);
}

}  // namespace
}  // namespace facet
