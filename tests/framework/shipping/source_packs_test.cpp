// Packs with sources: what does not fit this host is built when they are installed, and is held to
// what it was then.
#include <gmock/gmock.h>

#include <filesystem>

#include "facet/scheduler.h"
#include "facet/warning.h"
#include "framework/files/files.h"
#include "framework/packs/built_place.h"
#include "framework/packs/install_record.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "framework/shipping/opened_pack.h"
#include "framework/shipping/pack_maker.h"
#include "framework/shipping/rebuild_pack.h"
#include "framework/shipping/remove_pack.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::said_by;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class SourcePacks : public testing::Test {
 protected:
  static constexpr InstallOptions unsigned_too{.allow_unsigned = true};

  InstalledPack install(const std::string& path) {
    return install_pack(path, unsigned_too, watcher_);
  }
  InstalledPack rebuild() { return rebuild_pack("lab", "", watcher_); }

  /// The folder of a pack whose binary, of the plugin `other_libtorch`, was built for another host.
  std::string unfit_folder() const {
    const std::string folder = maker.source_folder("1.0", "0.25");
    for (const char* file : {"other_libtorch.so", "good.components.json"})
      fs::copy_file(std::string(ZOO_FOLDER) + "/" + file, folder + "/" + file);
    fs::rename(folder + "/good.components.json", folder + "/other_libtorch.components.json");
    std::string text = read_text(folder + "/pack.toml");
    for (std::size_t at = 0; (at = text.find("'good'", at)) != std::string::npos;)
      text.replace(at, 6, "'other_libtorch'");
    write_text(folder + "/pack.toml", text);
    write_text(folder + "/SHA256SUMS", write_checksums(take_checksums(folder)));
    return folder;
  }

  /// The plugin as the host knows it; what is refused is an error of the test.
  static PluginInfo used_plugin() {
    const auto registry = open_registry();
    for (const RefusedPlugin& refused : registry->refused())
      ADD_FAILURE() << refused.path << ": " << refused.reason;
    return registry->plugin_of("scheduler", "good");
  }
  /// Why the only plugin there is refused.
  std::string refusal() const {
    const auto registry = open_registry();
    if (registry->refused().size() != 1) return "not one is refused";
    return said_by(maker, [&] {
      throw Error(registry->refused()[0].path + ": " + registry->refused()[0].reason);
    });
  }

  test::PackMaker maker;
  std::vector<std::string> built;  // what was said of it

 private:
  BuildWatcher watcher_{[this](const std::string& plugin, const std::string& why) {
                          built.push_back(plugin + ": " + why);
                        },
                        [](const std::string&, double seconds) { EXPECT_GT(seconds, 0.0); }};
};

TEST_F(SourcePacks, ABinaryThatDoesNotFitIsBuiltAndHeldToWhatItIs) {
  const std::string folder = unfit_folder();
  EXPECT_EQ(install(folder).checked.folder, maker.installed("1.0"));
  ASSERT_THAT(built,
              ElementsAre(StartsWith("other_libtorch: built for libtorch 0.4.1, this host runs ")));
  const PluginInfo plugin = used_plugin();
  EXPECT_THAT(plugin.path, StartsWith(maker.store() + "/lab/.1.0-built-"));
  EXPECT_TRUE(plugin.pack->built_here);
  EXPECT_EQ(plugin.version, "1.0");
  ASSERT_EQ(plugin.components.size(), 1U);
  EXPECT_EQ(plugin.components[0].summary, "from src/good.cpp");  // wherever it was built
  EXPECT_EQ(test::weight(*open_registry(), "good"), 0.25);
  // The signed files are what they were.
  EXPECT_EQ(take_checksums(maker.installed("1.0")), take_checksums(folder));
  EXPECT_EQ(verify_pack("lab")->checked().built.checksums.at("other_libtorch.so"), plugin.checksum);

  EXPECT_TRUE(install(folder).was_there);
  EXPECT_EQ(built.size(), 1U);

  write_text(plugin.path, read_text(plugin.path) + "x");
  const std::string file = "STORE/lab/" + plugin.path.substr(maker.store().size() + 5);
  EXPECT_THAT(refusal(), StartsWith(file + ": other_libtorch.so: is not what was built here: its "
                                           "checksum is sha256:"));
  EXPECT_THAT(refusal(), testing::EndsWith(": facet pack rebuild lab 1.0"));
  EXPECT_THAT(said_by(maker, [] { verify_pack("lab"); }),
              HasSubstr("/other_libtorch.so: is not what was built here"));
  EXPECT_FALSE(rebuild().was_there);
  EXPECT_EQ(built.size(), 2U);
  EXPECT_EQ(used_plugin().checksum, plugin.checksum) << "the same sources give the same library";

  fs::remove_all(fs::path(plugin.path).parent_path());
  EXPECT_EQ(refusal(),
            "STORE/lab/1.0: other_libtorch.so: is missing: facet pack rebuild lab 1.0 builds it "
            "from the pack's sources; `facet pack remove lab 1.0` takes it away");
  EXPECT_FALSE(install(folder).was_there) << "installing anew mends it, too";
  EXPECT_EQ(used_plugin().checksum, plugin.checksum);

  remove_pack("lab");
  EXPECT_THAT(maker.all_of_store(), IsEmpty());
}

TEST_F(SourcePacks, SourcesAloneAreBuiltAndGoWithTheirVersion) {
  install(maker.archive_of(maker.source_folder("1.0", "0.5")));
  EXPECT_THAT(built, ElementsAre("good: is not in the pack"));
  EXPECT_EQ(test::weight(*open_registry(), "good"), 0.5);
  const std::string next = maker.archive_of(maker.source_folder("1.1", "0.75"));
  EXPECT_THAT(upgrade_pack(next, unsigned_too).removed, ElementsAre("1.0"));
  EXPECT_THAT(used_plugin().path, HasSubstr("/.1.1-built-"));
  for (const std::string& name : maker.all_of_store())
    EXPECT_THAT(name, testing::AnyOf("lab", HasSubstr("1.1")));
  // The next one comes with a binary that fits: what was built before does not stand in its way.
  EXPECT_FALSE(
      install_pack(maker.archive("1.1"), {.allow_unsigned = true, .replace = true}).was_there);
  EXPECT_EQ(used_plugin().path, maker.installed("1.1") + "/good.so");
  EXPECT_FALSE(used_plugin().pack->built_here);
  for (const std::string& name : maker.all_of_store())
    EXPECT_THAT(name, testing::Not(HasSubstr("-built-")));
}

/// What the record of an install says as it would after an upgrade of Facet: of a plugin that was
/// built for another host.
TEST_F(SourcePacks, WhatWasBuiltForAnotherHostIsBuiltAgain) {
  const std::string folder = unfit_folder();
  install(folder);
  const std::string before = fs::path(used_plugin().path).parent_path();
  for (const char* ending : {".so", ".components.json"})
    fs::copy_file(folder + "/other_libtorch" + ending, before + "/other_libtorch" + ending,
                  fs::copy_options::overwrite_existing);
  CheckedPack pack = check_stored_pack(stored_versions("lab")[0]);
  pack.built.checksums = take_checksums(before);
  fs::rename(before, built_folder(pack.folder, pack.built.checksums));
  write_install_record(pack.folder, record_of(pack));
  EXPECT_THAT(refusal(), HasSubstr("other_libtorch.so: built for libtorch 0.4.1, this host runs "));
  EXPECT_THAT(refusal(),
              testing::EndsWith(": facet pack rebuild lab 1.0, which builds it from its sources"));
  rebuild();
  EXPECT_EQ(test::weight(*open_registry(), "good"), 0.25);
}

TEST_F(SourcePacks, WhatFitsIsNotBuilt) {
  const std::string folder =
      maker.folder("1.0", "[[sources]]\nplugin = 'good'\nfiles = ['good.cpp']\n");
  write_text(folder + "/good.cpp", "#error not to be compiled\n");
  install(maker.archive_of(folder));
  EXPECT_TRUE(rebuild().was_there);
  EXPECT_THAT(built, IsEmpty());
  EXPECT_EQ(used_plugin().path, maker.installed("1.0") + "/good.so");
}

/// A mistake is no reason to build.
TEST_F(SourcePacks, ABrokenBinaryIsRefusedThoughItHasSources) {
  const std::string folder = maker.source_folder("1.0", "0.5");
  fs::copy_file(std::string(ZOO_FOLDER) + "/no_note.so", folder + "/good.so");
  write_text(folder + "/good.components.json", "{}");
  fs::permissions(folder + "/good.so", fs::perms(0644));
  write_text(folder + "/SHA256SUMS", write_checksums(take_checksums(folder)));
  EXPECT_THAT(said_by(maker, [&] { install(folder); }),
              StartsWith("DIR/lab-1.0/good.so: would not be used: it has no note of Facet"));
  EXPECT_THAT(built, IsEmpty());
}

/// Who packs it can mend that.
TEST_F(SourcePacks, ABinaryForAnotherHostIsNotPacked) {
  const std::string folder = unfit_folder();
  EXPECT_THAT(said_by(maker, [&] { build_pack(folder, maker.path() + "/a.facetpack"); }),
              testing::MatchesRegex("DIR/lab-1.0/other_libtorch.so: would not be used: built for "
                                    "libtorch 0.4.1, this host runs [^:]*: build it again here, or "
                                    "leave it out, since the pack has its sources"));
}

TEST_F(SourcePacks, WithoutSourcesABinaryForAnotherHostIsRefused) {
  const std::string folder = unfit_folder();
  write_text(folder + "/pack.toml",
             "name = 'lab'\nversion = '1.0'\nplugins = ['other_libtorch']\n");
  write_text(folder + "/SHA256SUMS", write_checksums(take_checksums(folder)));
  EXPECT_THAT(said_by(maker, [&] { install(folder); }),
              StartsWith("DIR/lab-1.0/other_libtorch.so: would not be used: built for libtorch "
                         "0.4.1, this host runs "));
}

TEST_F(SourcePacks, SourcesThatDoNotCompileLeaveTheStoreAsItWas) {
  const std::string folder = maker.source_folder("1.0", "no_such_number");
  testing::internal::CaptureStderr();
  const std::string said = said_by(maker, [&] { install(maker.archive_of(folder)); });
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("no_such_number"));
  EXPECT_THAT(said, StartsWith("DIR/lab-1.0.facetpack/good.so: is not in the pack, and cannot be "
                               "built from its sources: src/good.cpp, src/weight.cpp cannot be "
                               "compiled by: "));
  EXPECT_THAT(maker.all_of_store(), IsEmpty());
}

/// Building runs the pack's code: nothing is built before the user allowed it.
TEST_F(SourcePacks, NothingIsBuiltThatIsNotAllowed) {
  const std::string archive = maker.archive_of(maker.source_folder("1.0", "0.5"));
  EXPECT_THAT(said_by(maker, [&] { install_pack(archive); }), HasSubstr("--allow-unsigned"));
  EXPECT_THAT(built, IsEmpty());
}

TEST_F(SourcePacks, SourcesThatNoEntryNamesAreTold) {
  const std::string folder = maker.source_folder("1.0", "0.5");
  write_text(folder + "/src/forgotten.cpp", "");
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& text) { warnings.push_back(text); });
  maker.archive_of(folder);
  EXPECT_THAT(warnings,
              ElementsAre(folder + "/src/forgotten.cpp: no [[sources]] of pack.toml names "
                                   "it: no plugin is built of it"));
}

TEST_F(SourcePacks, ALinkIsNoSource) {
  const std::string folder = maker.source_folder("1.0", "0.5");
  fs::remove(folder + "/src/weight.cpp");
  fs::create_symlink("/etc/passwd", folder + "/src/weight.cpp");
  EXPECT_EQ(said_by(maker, [&] { build_pack(folder, maker.path() + "/a.facetpack"); }),
            "DIR/lab-1.0: src/weight.cpp: is a link, which a pack cannot have");
}

TEST_F(SourcePacks, OnlyWhatIsInstalledCanBeRebuilt) {
  fs::create_directories(maker.store());
  EXPECT_EQ(said_by(maker, [&] { rebuild(); }), "no pack named 'lab' is installed in STORE");
  install(maker.archive("1.0"));
  EXPECT_EQ(said_by(maker, [] { rebuild_pack("lab", "2.0"); }),
            "of the pack 'lab' there is no version 2.0, but 1.0");
}

}  // namespace
}  // namespace facet
