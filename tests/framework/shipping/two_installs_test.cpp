#include <gmock/gmock.h>

#include <filesystem>
#include <thread>

#include "facet/warning.h"
#include "framework/files/folder_lock.h"
#include "framework/packs/used_packs.h"
#include "framework/shipping/install_pack.h"
#include "framework/shipping/pack_maker.h"

namespace facet {
namespace {

TEST(TwoInstalls, TheSecondWaitsAndSaysSo) {
  const test::PackMaker maker;
  const std::string archive = maker.archive("1.0");
  std::filesystem::create_directories(maker.store());
  auto lock = std::make_unique<FolderLock>(maker.store());
  std::atomic<bool> warned = false, done = false;
  std::string warning;
  std::thread install([&] {
    const WarningSink sink([&](const std::string& text) {
      warning = text;
      warned = true;
    });
    install_pack(archive, {.allow_unsigned = true});
    done = true;
  });
  while (!warned) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_FALSE(done);
  EXPECT_FALSE(std::filesystem::exists(maker.store() + "/lab"));
  lock.reset();
  install.join();
  EXPECT_THAT(warning, testing::MatchesRegex(maker.store() + ": is in use by process [0-9]+ on .*: "
                                                             "waiting until that has ended"));
  EXPECT_EQ(stored_packs().size(), 1U);
}

TEST(TwoInstalls, ManyAtOnceAllSucceed) {
  const test::PackMaker maker;
  std::vector<std::string> archives;
  for (const char* version : {"1.0", "1.1", "1.2", "1.3"})
    archives.push_back(maker.archive(version));
  std::vector<std::thread> installs;
  for (const std::string& archive : archives)
    installs.emplace_back(
        [&] { install_pack(archive, {.allow_unsigned = true, .downgrade = true}); });
  for (std::thread& install : installs) install.join();
  ASSERT_EQ(stored_packs().size(), 4U);
  for (const StoredPack& pack : stored_packs()) EXPECT_NO_THROW(check_stored_pack(pack));
}

}  // namespace
}  // namespace facet
