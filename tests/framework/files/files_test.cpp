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
  EXPECT_EQ(message_of([] { read_text("/"); }), "/: cannot be read: it is a folder, not a file");
  EXPECT_EQ(message_of([] { read_text("/dev/zero"); }),
            "/dev/zero: cannot be read: it is a device or a pipe, not a file");
}

TEST(PathExists, TellsWhatIsNotThereFromWhatCannotBeKnown) {
  const TemporaryFolder folder;
  EXPECT_TRUE(path_exists(folder.path()));
  EXPECT_FALSE(path_exists(folder.path() + "/none"));
  write_text(folder.path() + "/file", "");
  EXPECT_FALSE(path_exists(folder.path() + "/file/below"));
  const std::string name(300, 'x'), circle = folder.path() + "/circle";
  EXPECT_EQ(message_of([&] { path_exists(name); }), name + ": cannot be read: File name too long");
  std::filesystem::create_symlink("circle", circle);
  EXPECT_EQ(message_of([&] { path_exists(circle); }),
            circle + ": cannot be read: Too many levels of symbolic links");
}

}  // namespace
}  // namespace facet
