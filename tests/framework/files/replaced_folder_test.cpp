#include "framework/files/replaced_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "framework/files/files.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

class ReplacedFolders : public testing::Test {
 protected:
  ReplacedFolders() {
    fs::create_directory(place());
    write_text(place() + "/old", "old");
  }
  std::string place() const { return folder_.path() + "/run"; }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), {}));
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(ReplacedFolders, TakeThePlaceAndAreWrittenUnderTheSameNameAfterwards) {
  {
    ReplacedFolder fresh(place());
    write_text(fresh.path() + "/new", "1");
    EXPECT_EQ(read_text(place() + "/old"), "old");
    fresh.take_the_place();
    write_text(fresh.path() + "/more", "2");
  }
  EXPECT_FALSE(fs::exists(place() + "/old"));
  EXPECT_EQ(read_text(place() + "/new"), "1");
  EXPECT_EQ(read_text(place() + "/more"), "2");
  EXPECT_EQ(count(), 1U) << "nothing beside";
}

TEST_F(ReplacedFolders, LeaveTheOldOneWhereTheyComeToNothing) {
  {
    const ReplacedFolder fresh(place());
    write_text(fresh.path() + "/new", "1");
  }
  EXPECT_EQ(read_text(place() + "/old"), "old");
  EXPECT_EQ(count(), 1U);
}

TEST_F(ReplacedFolders, RemoveWhatADeadProcessLeftAndNothingElse) {
  const std::string beside = fs::path(place()).parent_path() / ".run.new";
  fs::create_directory(beside);
  write_text(beside + "/mine", "of years");
  EXPECT_EQ(message_of([&] { ReplacedFolder fresh(place()); }),
            beside + ": is in the way: move it");
  write_text(beside + "/run.lock", "process 1 on rig");
  EXPECT_EQ(message_of([&] { ReplacedFolder fresh(place()); }), "");
  fs::create_symlink("run", beside);
  EXPECT_EQ(message_of([&] { ReplacedFolder fresh(place()); }), "");
  EXPECT_EQ(read_text(place() + "/old"), "old") << "a link goes alone";
}

}  // namespace
}  // namespace facet
