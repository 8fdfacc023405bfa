#include "framework/files/files.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

TEST(WriteText, ReplacesTheWholeFileAndLeavesNothingBeside) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/file.txt";
  write_text(path, "a long first text");
  write_text(path, "short");
  EXPECT_EQ(read_text(path), "short");
  const std::filesystem::directory_iterator entries(folder.path());
  EXPECT_EQ(std::distance(begin(entries), end(entries)), 1);
}

TEST(WriteText, NamesThePathThatCannotBeWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/missing/file.txt";
  EXPECT_EQ(message_of([&] { write_text(path, "text"); }),
            path + ": cannot be written: No such file or directory");
}

TEST(ReadText, NamesThePathThatCannotBeRead) {
  EXPECT_EQ(message_of([] { read_text("no/such/file"); }),
            "no/such/file: cannot be read: No such file or directory");
}

}  // namespace
}  // namespace facet
