#include "facet/mapped_files.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <gmock/gmock.h>

#include <filesystem>

#include "facet/npz.h"
#include "message_of.h"
#include "sdk/npz_files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class MappedFiles : public ::testing::Test {
 protected:
  MappedFiles() { write_npz(path, {{"neural", at::ones({40000})}}); }

  TemporaryFolder folder;
  std::string path = folder.path() + "/rat.npz";
};

std::string said() {
  return message_of([] { require_unchanged_files(); });
}

TEST_F(MappedFiles, MayNotBeWrittenToWhileTheyAreInUse) {
  const std::string bytes = read_bytes(path);
  {
    const at::Tensor mapped = list_npz(path)[0].read();
    EXPECT_EQ(said(), "");
    write_bytes(path, bytes.substr(0, 1000));
    EXPECT_EQ(said(),
              path +
                  ": was written to while it was in use: what was computed since then cannot be "
                  "trusted. Write a new file beside it, and rename that to its name");
    write_bytes(path, bytes);  // of the same size again, and later
    EXPECT_NE(said(), "");
  }
  EXPECT_EQ(said(), "") << "nobody uses it any more";
}

TEST_F(MappedFiles, MayBeReplacedByAnotherFile) {
  const at::Tensor mapped = list_npz(path)[0].read();
  write_npz(path, {{"neural", at::zeros({7})}});  // which renames
  EXPECT_EQ(said(), "");
  EXPECT_EQ(mapped.sum().item<float>(), 40000);
  std::filesystem::remove(path);
  EXPECT_EQ(said(), "");
}

TEST_F(MappedFiles, ThatBecomeShorterEndTheProcessWithTheirName) {
  const at::Tensor mapped = list_npz(path)[0].read();
  const auto read_lost_pages = [&] {
    exit_at_lost_pages(7);
    std::filesystem::resize_file(path, 100);
    mapped.sum();
  };
  EXPECT_EXIT(read_lost_pages(), testing::ExitedWithCode(7),
              "facet: .*rat.npz: became shorter while it was in use");
}

}  // namespace
}  // namespace facet
