#include "framework/shipping/install_pack.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "facet/scheduler.h"
#include "facet/warning.h"
#include "framework/files/files.h"
#include "framework/files/folder_lock.h"
#include "framework/packs/pack_store.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/pack_maker.h"
#include "framework/shipping/remove_pack.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::Environment;
using test::said_by;
using testing::ElementsAre;
using testing::IsEmpty;

class InstallPack : public testing::Test {
 protected:
  static constexpr InstallOptions unsigned_too{.allow_unsigned = true};

  std::string said(const std::string& path, const InstallOptions& options = unsigned_too) const {
    return said_by(maker, [&] { install_pack(path, options); });
  }
  static std::vector<std::string> versions() {
    std::vector<std::string> found;
    for (const StoredPack& pack : stored_packs()) found.push_back(pack.version.text());
    return found;
  }
  std::string used_plugin() const { return open_registry()->plugin_of("scheduler", "good").path; }

  test::PackMaker maker;
};

TEST_F(InstallPack, PluginsAreFoundAndWork) {
  const InstalledPack installed = install_pack(maker.archive("1.0"), unsigned_too);
  EXPECT_EQ(installed.checked.folder, maker.installed("1.0"));
  EXPECT_FALSE(installed.was_there);
  const auto registry = open_registry();
  const PluginInfo& plugin = registry->plugin_of("scheduler", "good");
  EXPECT_EQ(plugin.path, maker.installed("1.0") + "/good.so");
  ASSERT_TRUE(plugin.pack);
  EXPECT_EQ(plugin.pack->name, "lab");
  EXPECT_EQ(plugin.pack->version, "1.0");
  EXPECT_EQ(plugin.pack->signer, "");
  EXPECT_EQ(plugin.pack->key, "");
  EXPECT_EQ(test::weight(*registry, "good"), 1.0);
}

TEST_F(InstallPack, FromAFolderIsTheSame) {
  const std::string folder = maker.folder("1.0");
  EXPECT_EQ(said(folder), "DIR/lab-1.0/SHA256SUMS: is missing");
  build_pack(folder, maker.path() + "/any.facetpack");
  EXPECT_FALSE(install_pack(folder, unsigned_too).was_there);
  EXPECT_TRUE(install_pack(maker.path() + "/any.facetpack", unsigned_too).was_there);
}

TEST_F(InstallPack, VersionsLieSideBySideAndTheNewestIsUsed) {
  install_pack(maker.archive("1.9"), unsigned_too);
  install_pack(maker.archive("1.10"), unsigned_too);
  EXPECT_THAT(versions(), ElementsAre("1.10", "1.9"));
  EXPECT_EQ(used_plugin(), maker.installed("1.10") + "/good.so");
  const auto older = open_registry({}, {"lab < 1.10"});
  EXPECT_EQ(older->plugin_of("scheduler", "good").path, maker.installed("1.9") + "/good.so");
  EXPECT_THAT(used_packs({parse_requirement("lab > 2")}), IsEmpty());
}

TEST_F(InstallPack, AnOlderVersionIsAskedFor) {
  install_pack(maker.archive("2.0"), unsigned_too);
  const std::string older = maker.archive("1.0");
  EXPECT_EQ(said(older),
            "DIR/lab-1.0.facetpack: is version 1.0, and 2.0 is installed and stays the one that is "
            "used: --downgrade installs it beside that, for configs that require it");
  install_pack(older, {.allow_unsigned = true, .downgrade = true});
  EXPECT_THAT(versions(), ElementsAre("2.0", "1.0"));
}

TEST_F(InstallPack, TheSameVersionWithOtherFilesIsAskedFor) {
  install_pack(maker.archive("1.0"), unsigned_too);
  const std::string other = maker.archive("1.0", "license = 'MIT'\n");
  EXPECT_EQ(said(other),
            "DIR/lab-1.0.facetpack: is version 1.0, which is installed with other files: give it "
            "another version, or --replace");
  install_pack(other, {.allow_unsigned = true, .replace = true});
  EXPECT_EQ(read_pack(maker.installed("1.0")).license, "MIT");
  EXPECT_EQ(used_plugin(), maker.installed("1.0") + "/good.so");
  const std::vector<std::string> all = maker.all_of_store();
  EXPECT_EQ(std::count_if(all.begin(), all.end(),
                          [](const std::string& name) { return name.ends_with(".toml"); }),
            2)
      << "one pack.toml, one record";
}

TEST_F(InstallPack, AVersionHasOneSpelling) {
  install_pack(maker.archive("1.0"), unsigned_too);
  EXPECT_EQ(said(maker.archive("1.0.0")),
            "DIR/lab-1.0.0.facetpack: is version 1.0.0, which is installed as 1.0: remove that, or "
            "give it another version");
}

TEST_F(InstallPack, DamageIsMendedByInstallingTheSameAgain) {
  const std::string archive = maker.archive("1.0");
  install_pack(archive, unsigned_too);
  fs::remove(maker.installed("1.0") + "/good.so");
  EXPECT_FALSE(install_pack(archive, unsigned_too).was_there);
  EXPECT_EQ(used_plugin(), maker.installed("1.0") + "/good.so");
}

TEST_F(InstallPack, UnsignedAndUnknownSignersAreAskedFor) {
  EXPECT_EQ(said(maker.archive("1.0"), {}),
            "DIR/lab-1.0.facetpack: is not signed (it has no SHA256SUMS.sig): --allow-unsigned "
            "installs it nevertheless, and run.json of every run that uses it says so");
  const std::string by_eve = maker.signed_archive("1.1", maker.unknown_key("eve"));
  EXPECT_THAT(
      said(by_eve),
      testing::MatchesRegex("DIR/lab-1.1.facetpack: is signed by the key SHA256:.*, which is not "
                            "in DIR/config/facet/allowed_signers .*: add it there if it is whose "
                            "you trust; --allow-unknown-signer installs it nevertheless, and "
                            "run.json of every run that uses it says so"));
  install_pack(by_eve, {.allow_unknown_signer = true});
  const auto registry = open_registry();
  const PluginInfo& plugin = registry->plugin_of("scheduler", "good");
  EXPECT_EQ(plugin.pack->signer, "");
  EXPECT_THAT(plugin.pack->key, testing::StartsWith("SHA256:"));
}

TEST_F(InstallPack, ASignerInTheListNeedsNoFlag) {
  install_pack(maker.signed_archive("1.0", maker.known_key("ada@lab.org")));
  const auto registry = open_registry();
  EXPECT_EQ(registry->plugin_of("scheduler", "good").pack->signer, "ada@lab.org");
}

TEST_F(InstallPack, RequirementsAreHeldAgainstTheHost) {
  const std::string demanding = maker.archive("1.0", R"([requires]
facet = ">= 99"
libtorch = "== 0.4.1"
cxx_abi = "< 2"
packs = ["tools >= 2"]
)");
  EXPECT_THAT(
      said(demanding),
      testing::MatchesRegex(
          "DIR/lab-1.0.facetpack: pack.toml: requires Facet >= 99, this host has [0-9.]+; "
          "requires libtorch == 0.4.1, this host has [0-9.]+; requires the C\\+\\+ ABI < 2, "
          "this host has [0-9]+ \\(GCC [0-9]+\\); requires the pack tools >= 2, which is not "
          "installed"));
}

TEST_F(InstallPack, ThePluginsNameMustBeItsOwn) {
  install_pack(maker.archive("1.0"), unsigned_too);
  const std::string folder = maker.folder("2.0");
  write_text(folder + "/pack.toml", "name = 'other'\nversion = '1'\nplugins = ['good']\n");
  build_pack(folder, maker.path() + "/other.facetpack");
  EXPECT_EQ(
      said(maker.path() + "/other.facetpack"),
      "DIR/other.facetpack: its plugin 'good' has the name of one of the pack lab, and one of "
      "them would hide the other: --allow-hiding installs it nevertheless");
  install_pack(maker.path() + "/other.facetpack", {.allow_unsigned = true, .allow_hiding = true});
  EXPECT_EQ(used_plugin(), maker.installed("1.0") + "/good.so");
}

TEST_F(InstallPack, APackWithABadPluginIsNotBuilt) {
  const std::string folder = maker.folder("1.0");
  fs::copy_file(std::string(ZOO_FOLDER) + "/no_note.so", folder + "/good.so",
                fs::copy_options::overwrite_existing);
  fs::permissions(folder + "/good.so", fs::perms(0644));
  EXPECT_EQ(said_by(maker, [&] { build_pack(folder, maker.path() + "/a.facetpack"); }),
            "DIR/lab-1.0/good.so: would not be used: it has no note of Facet: plugins are built by "
            "facet_add_plugin, those in C have FACET_C_PLUGIN");
}

TEST_F(InstallPack, OneThatWouldBeRefusedIsInstalledAnew) {
  const std::string archive = maker.archive("1.0");
  install_pack(archive, unsigned_too);
  fs::permissions(maker.installed("1.0") + "/good.so", fs::perms(0666));
  EXPECT_FALSE(install_pack(archive, unsigned_too).was_there);
  EXPECT_EQ(used_plugin(), maker.installed("1.0") + "/good.so");
}

TEST_F(InstallPack, TheCopyIsProtectedFromOthers) {
  const std::string folder = maker.folder("1.0");
  build_pack(folder, maker.path() + "/any.facetpack");
  fs::permissions(folder, fs::perms(0777));
  fs::permissions(folder + "/good.so", fs::perms(0666));
  install_pack(folder, unsigned_too);
  EXPECT_EQ(fs::status(maker.installed("1.0")).permissions(), fs::perms(0755));
  EXPECT_EQ(fs::status(maker.installed("1.0") + "/good.so").permissions(), fs::perms(0644));
  EXPECT_EQ(fs::status(maker.installed("1.0") + "/docs").permissions(), fs::perms(0755));
}

TEST_F(InstallPack, AnUpgradeTakesOlderVersionsAway) {
  const std::string newer = maker.archive("1.2");
  EXPECT_EQ(
      said_by(maker, [&] { upgrade_pack(newer, unsigned_too); }),
      "DIR/lab-1.2.facetpack: is lab 1.2, and no version of it is installed: facet pack install");
  install_pack(maker.archive("1.0"), unsigned_too);
  install_pack(maker.archive("1.1"), unsigned_too);
  EXPECT_THAT(upgrade_pack(newer, unsigned_too).removed, ElementsAre("1.1", "1.0"));
  EXPECT_THAT(versions(), ElementsAre("1.2"));
  for (const std::string& name : maker.all_of_store())
    EXPECT_THAT(name, testing::AnyOf("lab", testing::HasSubstr("1.2")));
  EXPECT_TRUE(upgrade_pack(newer, unsigned_too).was_there) << "once more";
  EXPECT_EQ(said_by(maker, [&] { upgrade_pack(maker.archive("1.1"), unsigned_too); }),
            "DIR/lab-1.1.facetpack: is lab 1.1, and what is installed is newer: 1.2");
}

TEST_F(InstallPack, VersionsAndPacksAreRemoved) {
  for (const char* version : {"1.0", "1.1", "1.2"})
    install_pack(maker.archive(version), unsigned_too);
  EXPECT_EQ(said_by(maker, [] { remove_pack("la"); }),
            "no pack named 'la' is installed in STORE, did you mean 'lab'?");
  EXPECT_EQ(said_by(maker, [] { remove_pack("lab", "2.0"); }),
            "of the pack 'lab' there is no version 2.0, but 1.2, 1.1, 1.0");
  remove_pack("lab", "1.1");
  EXPECT_THAT(versions(), ElementsAre("1.2", "1.0"));
  remove_pack("lab");
  EXPECT_THAT(maker.all_of_store(), IsEmpty());
}

/// What an earlier Facet installed lies in the folder of the name itself.
TEST_F(InstallPack, WhatAnOlderFacetInstalledIsInTheWay) {
  fs::create_directories(maker.store());
  fs::copy(maker.folder("0.9"), maker.store() + "/lab", fs::copy_options::recursive);
  EXPECT_EQ(said(maker.archive("1.0")),
            "STORE/lab: was installed by an older Facet: facet pack remove lab");
  remove_pack("lab");
  install_pack(maker.archive("1.0"), unsigned_too);
}

TEST_F(InstallPack, LeftoversOfKilledOnesAreRemoved) {
  fs::create_directories(maker.store() + "/.work-123456/pack");
  install_pack(maker.archive("1.0"), unsigned_too);
  EXPECT_FALSE(fs::exists(maker.store() + "/.work-123456"));
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
