#include "framework/packs/pack_checksums.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>

#include "framework/files/files.h"
#include "message_of.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

class PackChecksumsTest : public testing::Test {
 protected:
  PackChecksumsTest() {
    fs::create_directory(path() + "/docs");
    write_text(path() + "/pack.toml", "abc");
    write_text(path() + "/docs/read.md", "");
  }
  std::string path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

// Of "abc" and of nothing, as FIPS 180 has them.
constexpr const char* sums =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  docs/read.md\n"
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  pack.toml\n";

TEST_F(PackChecksumsTest, AreThoseOfAllFilesButTheirOwn) {
  write_text(path() + "/SHA256SUMS", "any");
  write_text(path() + "/SHA256SUMS.sig", "any");
  EXPECT_EQ(write_checksums(take_checksums(path())), sums);
  EXPECT_EQ(write_checksums(parse_checksums(sums)), sums);
}

TEST_F(PackChecksumsTest, AreReadBySha256sum) {
  write_text(path() + "/SHA256SUMS", write_checksums(take_checksums(path())));
  const auto check = [&] {
    return run_program({SHA256SUM, "--strict", "-c", "SHA256SUMS"}, path());
  };
  EXPECT_EQ(check().output, "docs/read.md: OK\npack.toml: OK\n");
  write_text(path() + "/docs/read.md", "more");
  EXPECT_EQ(check().exit_code, 1);
}

TEST_F(PackChecksumsTest, WhatIsNoFileIsRefused) {
  fs::create_symlink("pack.toml", path() + "/link");
  EXPECT_EQ(message_of([&] { take_checksums(path()); }),
            "link: is a link, which a pack cannot have");
  fs::remove(path() + "/link");
  ASSERT_EQ(::mkfifo((path() + "/pipe").c_str(), 0600), 0);
  EXPECT_EQ(message_of([&] { take_checksums(path()); }),
            "pipe: is neither a file nor a folder, which is all that a pack can have");
}

TEST(ParseChecksums, TellsTheLine) {
  const auto said = [](const std::string& text) {
    return message_of([&] { parse_checksums(text); });
  };
  const std::string one = std::string(64, 'a') + "  a\n", two = std::string(64, 'b') + "  b\n";
  EXPECT_EQ(said(one + "x"),
            "SHA256SUMS:2: must be 64 hexadecimal digits, two spaces and the name of a file");
  EXPECT_EQ(said(std::string(64, 'a') + "  ../a\n"),
            "SHA256SUMS:1: '../a': the name leads out of the pack ('..')");
  EXPECT_EQ(said(one + one), "SHA256SUMS:2: names a a second time");
  EXPECT_EQ(said(std::string(64, 'a') + "  SHA256SUMS\n"),
            "SHA256SUMS:1: names SHA256SUMS, whose checksum cannot stand here");
  for (const std::string& text : {two + one, one + "\n" + two, one.substr(0, one.size() - 1)})
    EXPECT_THAT(said(text), testing::StartsWith("SHA256SUMS")) << text;
}

}  // namespace
}  // namespace facet
