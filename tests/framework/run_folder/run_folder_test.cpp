#include "framework/run_folder/run_folder.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include "framework/files/files.h"
#include "framework/files/folder_lock.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

TEST(RunFolder, IsMadeWithTheFoldersAboveIt) {
  const TemporaryFolder above;
  const RunFolder folder(above.path() + "/runs/first");
  folder.create();
  write_text(folder.config(), "");
  EXPECT_EQ(message_of([&] { folder.require(); }),
            folder.path() + ": is not the folder of a run: it has no model.npz");
  write_text(folder.model(), "");
  write_text(folder.record(), "{");
  EXPECT_EQ(message_of([&] { folder.require(); }).find(folder.record() + ": is damaged: "), 0U);
  write_text(folder.record(), R"({"format": 1})");
  EXPECT_NO_THROW(folder.require());
}

TEST(RunFolder, NamesAFolderThatIsNotThere) {
  EXPECT_EQ(message_of([] { RunFolder("no/such/run").require(); }),
            "no/such/run: is not the folder of a run");
}

TEST(RunFolder, CannotBeMadeBelowAFile) {
  const TemporaryFolder above;
  write_text(above.path() + "/file", "");
  EXPECT_EQ(message_of([&] { RunFolder(above.path() + "/file/run").create(); }),
            above.path() + "/file/run: cannot be made: Not a directory");
}

TEST(RunFolder, SaysThatAnotherProcessIsStillWritingIt) {
  const TemporaryFolder folder;
  const FolderLock of_the_training(folder.path());
  const std::string said = message_of([&] { RunFolder(folder.path()).require(); });
  EXPECT_EQ(said.find(folder.path() + ": the run in it has not ended: process " +
                      std::to_string(::getpid()) + " on "),
            0U)
      << said;
  EXPECT_THAT(said, testing::EndsWith(" is still writing it; wait until that has ended"));
}

TEST(RunFolder, OfSeveralSeedsNamesOneOfThem) {
  const TemporaryFolder folder;
  for (const char* seed : {"/seed-3", "/seed-12"}) {
    const RunFolder run(folder.path() + seed);
    run.create();
    write_text(run.config(), "");
    write_text(run.record(), R"({"format": 1})");
  }
  EXPECT_EQ(message_of([&] { RunFolder(folder.path()).require(); }),
            folder.path() + ": is the folder of several runs: name one of them, such as " +
                folder.path() + "/seed-3");
}

}  // namespace
}  // namespace facet
