// Packs with shared libraries of their own, built by facet_add_pack.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "facet/scheduler.h"
#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "framework/shipping/pack_maker.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::said_by;
using testing::HasSubstr;

class OwnLibraries : public testing::Test {
 protected:
  static constexpr InstallOptions unsigned_too{.allow_unsigned = true};

  /// A copy of the folder that the build made.
  std::string copy_of(const std::string& pack) const {
    const std::string folder = maker.path() + "/" + pack;
    fs::copy(std::string(LIBRARY_PACKS) + "/" + pack, folder, fs::copy_options::recursive);
    return folder;
  }
  std::string archive_of(const std::string& pack) const {
    const std::string archive = maker.path() + "/" + pack + ".facetpack";
    build_pack(copy_of(pack), archive);
    return archive;
  }
  static double weight(Registry& registry, const std::string& plugin) {
    return test::weight(registry, plugin + "/helped");
  }
  std::vector<std::string> reasons(const Registry& registry) const {
    std::vector<std::string> reasons;
    for (const RefusedPlugin& refused : registry.refused())
      reasons.push_back(said_by(maker, [&] { throw Error(refused.path + ": " + refused.reason); }));
    return reasons;
  }

  test::PackMaker maker;
};

TEST_F(OwnLibraries, AreUsedBeforeAndAfterAnInstallAndWhenTheStoreWasMoved) {
  const std::string folder = copy_of("threes_pack");
  EXPECT_EQ(weight(*open_registry({folder}), "threes"), 3.5);
  install_pack(archive_of("fives_pack"), unsigned_too);
  fs::remove_all(maker.path() + "/fives_pack");
  const std::string moved = maker.path() + "/moved";
  fs::rename(maker.store(), moved);
  const test::Environment store("FACET_PACK_PATH", moved);
  const auto registry = open_registry();
  EXPECT_THAT(reasons(*registry), testing::IsEmpty());
  EXPECT_EQ(registry->plugin_of("scheduler", "fives/helped").path, moved + "/fives/1.0/fives.so");
}

/// Writes the plugin's weight, or why there is none, to stderr and ends.
[[noreturn]] void tell_weight(const std::string& plugin, Registry& registry) {
  try {
    std::cerr << test::weight(registry, plugin + "/helped");
  } catch (const Error& error) {
    std::cerr << error.what();
  }
  std::exit(0);
}

// In a process of its own, which has loaded none of them.
TEST_F(OwnLibraries, AreThoseOfTheInstalledPack) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  install_pack(archive_of("threes_pack"), unsigned_too);
  fs::remove_all(maker.path() + "/threes_pack");
  EXPECT_EXIT(tell_weight("threes", *open_registry()), testing::ExitedWithCode(0), "^3.5$");
  fs::rename(maker.store(), maker.path() + "/moved");
  const test::Environment store("FACET_PACK_PATH", maker.path() + "/moved");
  EXPECT_EXIT(tell_weight("threes", *open_registry()), testing::ExitedWithCode(0), "^3.5$");
}

TEST_F(OwnLibraries, LieInLibUnderTheNamesByWhichTheyAreFound) {
  const std::string folder = copy_of("threes_pack");
  EXPECT_TRUE(fs::exists(folder + "/lib/libhelper.so.1"));
  EXPECT_TRUE(fs::exists(folder + "/lib/libinner.so"));
  EXPECT_THAT(run_program({READELF, "-d", folder + "/threes.so"}, "/").output,
              HasSubstr("[$ORIGIN/lib]"));
}

TEST_F(OwnLibraries, OfTwoPluginsThatAreNotTheSameAreTold) {
  install_pack(archive_of("fives_pack"), unsigned_too);
  install_pack(archive_of("threes_pack"), unsigned_too);
  const auto registry = open_registry();
  EXPECT_THAT(
      reasons(*registry),
      testing::ElementsAre(
          "STORE/threes/1.0/threes.so: it brings along STORE/threes/1.0/lib/libhelper.so.1, "
          "which has the name of STORE/fives/1.0/lib/libhelper.so.1 and is not the same: one "
          "of them needs another name (SONAME)"));
}

TEST_F(OwnLibraries, AreCheckedAsThePluginIs) {
  const std::string folder = copy_of("threes_pack"), inner = folder + "/lib/libinner.so";
  fs::permissions(inner, fs::perms(0666));
  EXPECT_EQ(reasons(*open_registry({folder})),
            std::vector<std::string>{"DIR/threes_pack/threes.so: lib/libinner.so: the file can be "
                                     "written to by others: chmod go-w DIR/threes_pack/lib/"
                                     "libinner.so, or, if you trust everybody who can, "
                                     "`facet plugin trust DIR/threes_pack/lib`"});
  write_text(inner, "no library");
  EXPECT_EQ(reasons(*open_registry({folder})),
            std::vector<std::string>{
                "DIR/threes_pack/threes.so: lib/libinner.so: it is not an ELF file"});
  fs::copy_file(folder + "/lib/libhelper.so.1", inner, fs::copy_options::overwrite_existing);
  EXPECT_EQ(reasons(*open_registry({folder})),
            std::vector<std::string>{"DIR/threes_pack/threes.so: lib/libinner.so: its SONAME is "
                                     "'libhelper.so.1', not the name of the file"});
}

TEST_F(OwnLibraries, OfAPackAreAsItsChecksumsSay) {
  install_pack(archive_of("threes_pack"), unsigned_too);
  const std::string inner = maker.store() + "/threes/1.0/lib/libinner.so";
  write_text(inner, read_text(inner) + "\n");
  EXPECT_THAT(reasons(*open_registry()),
              testing::ElementsAre(testing::StartsWith(
                  "STORE/threes/1.0/threes.so: lib/libinner.so is not what its pack's SHA256SUMS "
                  "says: its checksum is sha256:")));
}

TEST_F(OwnLibraries, ThatWereOverwrittenAfterTheCheckAreNotLoaded) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const std::string folder = copy_of("threes_pack"), inner = folder + "/lib/libinner.so";
  const auto registry = open_registry({folder});
  std::ofstream(inner, std::ios::app) << '\n';
  EXPECT_EXIT(tell_weight("threes", *registry), testing::ExitedWithCode(0),
              "libinner.so: cannot be loaded: the file changed after it was checked");
}

}  // namespace
}  // namespace facet
