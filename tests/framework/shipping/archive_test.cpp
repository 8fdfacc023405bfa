#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>

#include "framework/files/files.h"
#include "framework/shipping/archive_reader.h"
#include "framework/shipping/archive_writer.h"
#include "message_of.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

class PackArchive : public testing::Test {
 protected:
  PackArchive() {
    for (const char* folder : {"/pack/docs", "/other/docs", "/out"})
      fs::create_directories(path() + folder);
    for (const char* folder : {"/pack", "/other"}) {
      write_text(path() + folder + "/docs/read.md", "read");
      write_text(path() + folder + "/zeros", std::string(100'000, '\0'));
    }
  }
  std::string path() const { return folder_.path(); }
  std::string written(const std::string& folder) const {
    write_archive(path() + "/" + folder + ".facetpack", path() + "/" + folder,
                  {"docs/read.md", "zeros"});
    return path() + "/" + folder + ".facetpack";
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(PackArchive, UnpacksToTheSameFiles) {
  unpack_archive(written("pack"), path() + "/out");
  EXPECT_EQ(read_text(path() + "/out/docs/read.md"), "read");
  EXPECT_EQ(read_text(path() + "/out/zeros"), std::string(100'000, '\0'));
}

TEST_F(PackArchive, IsAFile) {
  const TemporaryFolder folder;
  const std::string pipe = folder.path() + "/pipe.facetpack";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(message_of([&] { unpack_archive(pipe, folder.path()); }),
            pipe + ": is no archive of a pack: it is a pipe, not a file");
}

TEST_F(PackArchive, IsTheSameForTheSameFiles) {
  const fs::path other = path() + "/other/zeros";
  fs::last_write_time(other, fs::file_time_type::clock::now() - std::chrono::hours(1000));
  fs::permissions(other, fs::perms(0700));
  EXPECT_TRUE(read_text(written("pack")) == read_text(written("other")));
}

/// Of permissions and owners nothing is taken: a file that sets the user is none any more.
TEST_F(PackArchive, IsReadAndWrittenByTar) {
  const std::string archive = written("pack");
  EXPECT_EQ(run_program({TAR, "--zstd", "-tf", archive}, path()).output, "docs/read.md\nzeros\n");
  fs::permissions(path() + "/pack/zeros", fs::perms(06777));
  const std::string theirs = path() + "/theirs.facetpack";
  const ProgramResult made =
      run_program({TAR, "--zstd", "-cf", theirs, "-C", path() + "/pack", "docs", "zeros"}, path());
  ASSERT_EQ(made.exit_code, 0) << made.errors;
  unpack_archive(theirs, path() + "/out");
  struct stat status {};
  ASSERT_EQ(::stat((path() + "/out/zeros").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0644U);
}

TEST_F(PackArchive, IsNotWrittenOverWhenAFileIsMissing) {
  write_text(path() + "/old.facetpack", "old");
  EXPECT_NE(message_of([&] {
              try {
                write_archive(path() + "/old.facetpack", path() + "/pack", {"missing"});
              } catch (const fs::filesystem_error& error) {
                throw Error(error.what());
              }
            }),
            "");
  EXPECT_EQ(read_text(path() + "/old.facetpack"), "old");
}

}  // namespace
}  // namespace facet
