#include "framework/plugin_loader/checksum.h"

#include <gtest/gtest.h>

#include <fstream>

#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

// The examples of FIPS 180-2: three bytes, and a million.
TEST(Checksum, AgreesWithTheStandardsExamples) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/file";
  std::ofstream(path) << "abc";
  EXPECT_EQ(file_checksum(path),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  std::ofstream(path) << std::string(1000000, 'a');
  EXPECT_EQ(file_checksum(path),
            "sha256:cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Checksum, MissingFileIsAnError) {
  EXPECT_EQ(message_of([] { file_checksum("/not/there"); }), "/not/there cannot be read");
}

}  // namespace
}  // namespace facet
