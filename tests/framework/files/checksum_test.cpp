#include "framework/files/checksum.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "framework/plugin_loader/plugin_file.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

std::string checksum_of(const std::string& content) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/file";
  std::ofstream(path) << content;
  return file_checksum(PluginFile(path).descriptor());
}

// The examples of FIPS 180-2: three bytes, and a million.
TEST(Checksum, AgreesWithTheStandardsExamples) {
  EXPECT_EQ(checksum_of("abc"),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(checksum_of(std::string(1000000, 'a')),
            "sha256:cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Checksum, OfBytesInMemoryIsThatOfAFileOfThem) {
  EXPECT_EQ(checksum("abc"),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Checksum, DoesNotDependOnWhatWasReadBefore) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() + "/file") << "abc";
  const PluginFile file(folder.path() + "/file");
  char byte = 0;
  ASSERT_EQ(::read(file.descriptor(), &byte, 1), 1);
  EXPECT_EQ(file_checksum(file.descriptor()),
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Checksum, AFolderHasNone) {
  const TemporaryFolder folder;
  const int descriptor = ::open(folder.path().c_str(), O_RDONLY);
  EXPECT_EQ(message_of([&] { file_checksum(descriptor); }), "it cannot be read: Is a directory");
  ::close(descriptor);
}

}  // namespace
}  // namespace facet
