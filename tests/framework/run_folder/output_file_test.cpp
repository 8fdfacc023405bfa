#include "framework/run_folder/output_file.h"

#include <gtest/gtest.h>

#include "facet/error.h"
#include "framework/files/files.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

TEST(OutputFile, NeedsAFolderToBeWrittenInto) {
  const TemporaryFolder folder;
  const auto said = [&](const std::string& path) {
    return message_of([&] { require_output(path, {}, ExistingFile::refused, {".npz"}); });
  };
  EXPECT_EQ(said(folder.path() + "/a.npz"), "");
  const std::string nowhere = folder.path() + "/no/such";
  EXPECT_EQ(said(nowhere + "/a.npz"),
            nowhere + "/a.npz: cannot be written: there is no folder " + nowhere);
  write_text(folder.path() + "/file", "");
  EXPECT_EQ(said(folder.path() + "/file/a.npz"),
            folder.path() + "/file/a.npz: cannot be written: there is no folder " + folder.path() +
                "/file");
}

TEST(OutputFile, OfAnotherFormatIsAMistakeOfWhoeverAsksForIt) {
  EXPECT_THROW(require_output("a.txt", {}, ExistingFile::refused, {".npz"}), OptionsError);
  EXPECT_THROW(require_output("", {}, ExistingFile::refused, {".npz"}), OptionsError);
}

}  // namespace
}  // namespace facet
