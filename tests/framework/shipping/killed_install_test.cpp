// Installs, upgrades and removals that are killed before each system call that changes files: what
// was there before, or what was to be there, is there whole, and the next install clears up.
#include <gmock/gmock.h>

#include <filesystem>

#include "framework/files/files.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/shipping/copy_pack.h"
#include "framework/shipping/install_pack.h"
#include "framework/shipping/pack_maker.h"
#include "framework/shipping/remove_pack.h"
#include "framework/shipping/store_changes.h"
#include "framework/shipping/traced_process.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using Licenses = std::vector<std::string>;

class KilledInstall : public testing::Test {
 protected:
  static constexpr InstallOptions all{true, true, true, true, true};

  /// An archive whose pack.toml tells it from another one of the same version.
  std::string archive(const std::string& version, const std::string& license) const {
    const std::string named = maker.path() + "/" + version + "-" + license + ".facetpack";
    fs::rename(maker.archive(version, "license = '" + license + "'\n"), named);
    return named;
  }

  /// The licenses of what is installed, each version whole and allowed.
  static Licenses installed() {
    Licenses licenses;
    for (const StoredPack& pack : stored_packs())
      licenses.push_back(check_stored_pack(pack).pack.license);
    return licenses;
  }

  void set_back(const std::vector<std::string>& archives) const {
    fs::remove_all(maker.store());
    fs::create_directories(maker.store());
    for (const std::string& path : archives) install_pack(path, all);
  }

  /// Kills `action` at each of its steps, and expects one of `states` to be there then.
  void expect_one_of(const std::vector<Licenses>& states, const std::function<void()>& begin,
                     const std::function<void()>& action) const {
    int step = 0;
    for (bool done = false; !done; ++step) {
      SCOPED_TRACE("killed at step " + std::to_string(step));
      begin();
      done = test::killed_too_late(action, step);
      EXPECT_THAT(states, testing::Contains(installed()));
      EXPECT_TRUE(open_registry()->refused().empty());
      if (done) {
        EXPECT_EQ(installed(), states.back());
      }
      action();  // as somebody would do again
      EXPECT_EQ(installed(), states.back());
      expect_no_leftovers();
    }
    EXPECT_GT(step, 10);
  }

  /// One folder and one record for each version, and where something was built, its folder; nothing
  /// else.
  void expect_no_leftovers() const {
    std::size_t entries = 0;
    for (const auto& entry : fs::directory_iterator(maker.store())) {
      EXPECT_EQ(entry.path().filename(), "lab");
      for (const auto& inside : fs::directory_iterator(entry.path())) entries += inside.exists();
    }
    EXPECT_EQ(entries, entries_of_a_version * stored_packs().size());
  }

  test::PackMaker maker;
  std::size_t entries_of_a_version = 2;
};

TEST_F(KilledInstall, OfAFirstVersion) {
  const std::string first = archive("1.0", "first");
  expect_one_of(
      {{}, {"first"}}, [&] { set_back({}); }, [&] { install_pack(first, all); });
}

TEST_F(KilledInstall, OfANewVersion) {
  const std::string old = archive("1.0", "old"), fresh = archive("1.1", "new");
  expect_one_of(
      {{"old"}, {"new", "old"}}, [&] { set_back({old}); }, [&] { install_pack(fresh, all); });
}

TEST_F(KilledInstall, InThePlaceOfTheSameVersion) {
  const std::string old = archive("1.0", "old"), fresh = archive("1.0", "new");
  expect_one_of(
      {{"old"}, {"new"}}, [&] { set_back({old}); }, [&] { install_pack(fresh, all); });
}

TEST_F(KilledInstall, OfAnUpgrade) {
  const std::string old = archive("1.0", "old"), fresh = archive("1.1", "new");
  const auto upgrade = [&] {
    const bool done = installed() == Licenses{"new"};  // then there is nothing older any more
    (done ? install_pack : upgrade_pack)(fresh, all, {});
  };
  expect_one_of(
      {{"old"}, {"new", "old"}, {"new"}}, [&] { set_back({old}); }, upgrade);
}

TEST_F(KilledInstall, OfARemoval) {
  const std::string old = archive("1.0", "old"), fresh = archive("1.1", "new");
  expect_one_of(
      {{"new", "old"}, {"new"}},
      [&] {
        set_back({old, fresh});
      },
      [&] {
        if (installed() == Licenses{"new"})
          install_pack(fresh, all);
        else
          remove_pack("lab", "1.0");
      });
}

/// Packs of sources alone, for which the plugin of the zoo stands for what was built of them: the
/// compiler works in the work folder, which nobody looks at.
class KilledInstallOfSources : public KilledInstall {
 protected:
  KilledInstallOfSources() { entries_of_a_version = 3; }

  std::string sources(const std::string& license) const {
    const std::string folder = maker.source_folder("1.0", "1.0");
    const std::string described = folder + "/pack.toml";
    write_text(described, "license = '" + license + "'\n" + read_text(described));
    const std::string named = maker.path() + "/sources-" + license + ".facetpack";
    fs::rename(maker.archive_of(folder), named);
    return named;
  }

  /// `mark` makes what was built differ from another build.
  void put(const std::string& archive, const std::string& mark) const {
    StoreChanges store;
    const std::string built = store.work_folder() + "/built", copy = store.work_folder() + "/pack";
    for (const std::string& folder : {built, copy}) {
      fs::create_directory(folder);
      fs::permissions(folder, fs::perms(0755));
    }
    copy_pack(archive, copy);
    for (const char* file : {"/good.so", "/good.components.json"}) {
      write_text(built + file, read_text(ZOO_FOLDER + std::string(file)) + mark);
      fs::permissions(built + file, fs::perms(0644));
    }
    CheckedPack pack = check_pack(copy, "");
    pack.built = {built, take_checksums(built)};
    if (installed() == Licenses{pack.pack.license})
      store.put_built(pack);
    else
      store.put(pack);
  }
};

TEST_F(KilledInstallOfSources, OfAFirstVersion) {
  const std::string first = sources("first");
  expect_one_of(
      {{}, {"first"}}, [&] { set_back({}); }, [&] { put(first, ""); });
}

TEST_F(KilledInstallOfSources, InThePlaceOfOthers) {
  const std::string old = sources("old"), fresh = sources("new");
  expect_one_of(
      {{"old"}, {"new"}},
      [&] {
        set_back({});
        put(old, "");
      },
      [&] { put(fresh, "\n"); });
}

TEST_F(KilledInstallOfSources, ThatAreBuiltAgain) {
  const std::string only = sources("only");
  const auto begin = [&] {
    set_back({});
    put(only, "");
  };
  for (const std::string mark : {"", "\n"})
    expect_one_of({{"only"}}, begin, [&] { put(only, mark); });
}

TEST_F(KilledInstallOfSources, OfARemoval) {
  const std::string old = sources("old");
  expect_one_of(
      {{"old"}, {}},
      [&] {
        set_back({});
        put(old, "");
      },
      [&] {
        if (installed().empty())
          StoreChanges();  // clears up, as any change does
        else
          remove_pack("lab");
      });
}

}  // namespace
}  // namespace facet
