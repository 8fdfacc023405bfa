#include "framework/plugin_loader/pack_store.h"

#include <gmock/gmock.h>

#include <fstream>

#include "framework/plugin_loader/environment.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/plugin_loader/zoo.h"
#include "message_of.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using test::Zoo;
using testing::ElementsAre;
using testing::IsEmpty;

class PackStore : public testing::Test {
 protected:
  /// Makes the zoo a pack of these plugins.
  static void describe(const Zoo& zoo, const std::string& version, const std::string& plugins) {
    std::ofstream(zoo.folder() / "pack.toml")
        << "name = 'lab'\nversion = '" << version << "'\nplugins = [" << plugins << "]\n";
  }
  std::string place() const { return folder_.path() + "/packs"; }
  std::vector<std::string> all_of_store() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(place())) names.push_back(entry.path());
    return names;
  }

 private:
  TemporaryFolder folder_;
  Environment store_{"FACET_PACK_PATH", place()};
};

TEST_F(PackStore, InstalledPluginsAreFound) {
  const Zoo zoo;
  describe(zoo, "1.0", "'good'");
  EXPECT_EQ(install_pack(zoo.folder()).name, "lab");
  EXPECT_THAT(pack_folders(), ElementsAre(place() + "/lab"));
  const auto registry = open_registry();
  EXPECT_EQ(registry->plugin_of("scheduler", "good").path, place() + "/lab/good.so");
}

TEST_F(PackStore, ANewerPackReplacesTheOldOne) {
  const Zoo zoo;
  describe(zoo, "1.0", "'good'");
  std::ofstream(zoo.folder() / "old.txt") << "old";
  install_pack(zoo.folder());
  fs::remove(zoo.folder() / "old.txt");
  describe(zoo, "2.0", "'good'");
  install_pack(zoo.folder());
  EXPECT_EQ(read_pack(place() + "/lab").version, "2.0");
  EXPECT_FALSE(fs::exists(place() + "/lab/old.txt"));
  EXPECT_THAT(all_of_store(), ElementsAre(place() + "/lab"));
}

TEST_F(PackStore, RefusesAPackWithABadPluginAndKeepsTheOldOne) {
  Zoo zoo;
  describe(zoo, "1.0", "'good'");
  install_pack(zoo.folder());
  zoo.add_as_good("no_note");
  describe(zoo, "2.0", "'good', 'no_note'");
  EXPECT_EQ(message_of([&] { install_pack(zoo.folder()); }),
            "pack 'lab': no_note.so would not be used: it has no note of Facet: plugins are built "
            "by facet_add_plugin, those in C have FACET_C_PLUGIN");
  EXPECT_EQ(read_pack(place() + "/lab").version, "1.0");
  EXPECT_THAT(all_of_store(), ElementsAre(place() + "/lab"));
}

TEST_F(PackStore, TheCopyIsProtectedFromOthers) {
  const Zoo zoo;
  describe(zoo, "1.0", "'good'");
  fs::permissions(zoo.folder(), fs::perms(0777));
  fs::permissions(zoo.folder() / "good.so", fs::perms(0666));
  install_pack(zoo.folder());
  EXPECT_EQ(fs::status(place() + "/lab").permissions(), fs::perms(0755));
  EXPECT_EQ(fs::status(place() + "/lab/good.so").permissions(), fs::perms(0644));
}

TEST_F(PackStore, RemovesAPack) {
  const Zoo zoo;
  describe(zoo, "1.0", "'good'");
  install_pack(zoo.folder());
  EXPECT_EQ(message_of([] { remove_pack("la"); }),
            "no pack named 'la' is installed in " + place() + ", did you mean 'lab'?");
  remove_pack("lab");
  EXPECT_THAT(all_of_store(), IsEmpty());
}

TEST(PackPlace, FollowsTheEnvironment) {
  const Environment own("FACET_PACK_PATH", "");
  const Environment data("XDG_DATA_HOME", "/data");
  EXPECT_EQ(pack_store(), "/data/facet/packs");
  const Environment no_data("XDG_DATA_HOME", "");
  const Environment home("HOME", "/home/ada");
  EXPECT_EQ(pack_store(), "/home/ada/.local/share/facet/packs");
}

}  // namespace
}  // namespace facet
