#include "framework/files/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "framework/files/files.h"
#include "framework/plugin_loader/environment.h"
#include "message_of.h"

namespace facet {
namespace {

TEST(TemporaryFolders, LieWhereTheEnvironmentSaysAndGoAway) {
  const TemporaryFolder place;
  const test::Environment variable("TMPDIR", place.path());
  std::string path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    EXPECT_TRUE(path.starts_with(place.path() + "/facet-")) << path;
    write_text(path + "/file", "text");
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(TemporaryFolders, WithoutAPlaceAreAnError) {
  const test::Environment variable("TMPDIR", "/not/there");
  EXPECT_EQ(message_of([] { TemporaryFolder folder; }),
            "there is no place for temporary files: TMPDIR (else /tmp) cannot be used: No such "
            "file or directory");
}

}  // namespace
}  // namespace facet
