// Signed packs of which something was changed: refused, with which file and why, when they are
// installed, verified, and used.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "framework/files/files.h"
#include "framework/packs/install_record.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/shipping/archive_reader.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/install_pack.h"
#include "framework/shipping/opened_pack.h"
#include "framework/shipping/pack_maker.h"
#include "framework/shipping/sign_pack.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::said_by;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

class TamperedPack : public testing::Test {
 protected:
  TamperedPack() : archive_(maker.signed_archive("1.0", key_)) {
    unpack_archive(archive_, source());
    install_pack(archive_);
  }
  /// The folder of a signed pack, before it is installed, and after.
  std::string source() const {
    fs::create_directories(maker.path() + "/source");
    return maker.path() + "/source";
  }
  std::string installed() const { return maker.installed("1.0"); }

  std::string said_of_install() const {
    return said_by(maker, [&] { install_pack(source(), {true, true, true, true, true}); });
  }
  std::string said_of_verify() const {
    return said_by(maker, [&] { verify_pack(installed()); });
  }
  static std::string without_advice(const std::string& said) {
    return said.substr(0, said.rfind("; `facet pack remove lab "));
  }
  /// Why the host does not use it, without what to do about it; empty: it does.
  std::string said_of_use() const {
    const auto registry = open_registry();
    return said_by(maker, [&] {
      for (const RefusedPlugin& refused : registry->refused())
        throw Error(without_advice(refused.path + ": " + refused.reason));
      if (registry->plugins().empty()) throw Error("nothing is there, and nothing refused");
    });
  }

  static void flip(const std::string& file, std::size_t at) {
    std::string bytes = read_text(file);
    bytes.at(at) = static_cast<char>(bytes[at] ^ 1);
    std::ofstream(file, std::ios::binary) << bytes;
  }

  test::PackMaker maker;

 private:
  std::string key_ = maker.known_key("ada@lab.org");
  std::string archive_;
};

TEST_F(TamperedPack, IsUsedAsItWas) {
  EXPECT_EQ(said_of_verify(), "");
  EXPECT_EQ(said_of_use(), "");
  EXPECT_EQ(verify_pack("lab == 1.0")->checked().signer.principal, "ada@lab.org");
}

TEST_F(TamperedPack, AnyByteOfAnyFileIsSeen) {
  const PackChecksums files = check_pack(source(), "").checksums;
  ASSERT_EQ(files.size(), 4U);
  for (const auto& [name, checksum] : files) {
    const std::size_t size = fs::file_size(source() + "/" + name);
    for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
      flip(source() + "/" + name, at);
      EXPECT_THAT(said_of_install(), StartsWith("DIR/source/" + name +
                                                ": is not what SHA256SUMS "
                                                "says: its checksum is sha256:"));
      flip(source() + "/" + name, at);
      flip(installed() + "/" + name, at);
      EXPECT_THAT(said_of_verify(), StartsWith("STORE/lab/1.0/" + name + ": is not what"));
      if (name != "docs/README.md") {
        EXPECT_THAT(said_of_use(), HasSubstr(name)) << at;
      }
      flip(installed() + "/" + name, at);
    }
  }
  EXPECT_EQ(said_of_use(), "");
}

TEST_F(TamperedPack, AnyByteOfTheChecksumsIsSeen) {
  const std::size_t size = fs::file_size(installed() + "/SHA256SUMS");
  const std::string why =
      "SHA256SUMS.sig: is no signature of SHA256SUMS: it does not fit: what was "
      "signed was something else, or by another key";
  for (std::size_t at = 0; at < size; at += 7) {
    flip(source() + "/SHA256SUMS", at);
    EXPECT_EQ(said_of_install(), "DIR/source/" + why);
    flip(source() + "/SHA256SUMS", at);
    flip(installed() + "/SHA256SUMS", at);
    EXPECT_EQ(said_of_verify(), "STORE/lab/1.0/" + why);
    EXPECT_EQ(said_of_use(), "STORE/lab/1.0: " + why);
    flip(installed() + "/SHA256SUMS", at);
  }
}

TEST_F(TamperedPack, AnyByteOfTheSignatureIsSeen) {
  const std::size_t size = fs::file_size(installed() + "/SHA256SUMS.sig");
  for (std::size_t at = 0; at < size; at += 5) {
    flip(source() + "/SHA256SUMS.sig", at);
    EXPECT_THAT(said_of_install(), StartsWith("DIR/source/SHA256SUMS.sig: is no signature"));
    flip(source() + "/SHA256SUMS.sig", at);
    flip(installed() + "/SHA256SUMS.sig", at);
    EXPECT_THAT(said_of_use(), StartsWith("STORE/lab/1.0: SHA256SUMS.sig: is no signature"));
    flip(installed() + "/SHA256SUMS.sig", at);
  }
}

TEST_F(TamperedPack, AFileMoreOrLessIsSeen) {
  for (const std::string& folder : {source(), installed()}) write_text(folder + "/more.txt", "");
  EXPECT_EQ(said_of_install(), "DIR/source/more.txt: is not in SHA256SUMS");
  EXPECT_EQ(said_of_verify(), "STORE/lab/1.0/more.txt: is not in SHA256SUMS");
  EXPECT_EQ(said_of_use(), "STORE/lab/1.0: more.txt: is not in SHA256SUMS");
  for (const std::string& folder : {source(), installed()}) {
    fs::remove(folder + "/more.txt");
    fs::remove(folder + "/good.so");
  }
  EXPECT_EQ(said_of_install(), "DIR/source/good.so: is missing, though SHA256SUMS has it");
  EXPECT_EQ(said_of_use(), "STORE/lab/1.0: good.so: is missing, though SHA256SUMS has it");
}

TEST_F(TamperedPack, WhatToDoIsSaid) {
  fs::remove(installed() + "/SHA256SUMS");
  const auto registry = open_registry();
  ASSERT_EQ(registry->refused().size(), 1U);
  EXPECT_EQ(registry->refused()[0].reason,
            "SHA256SUMS: is missing; `facet pack remove lab 1.0` takes it away");
}

TEST_F(TamperedPack, APipeInPlaceOfTheRecordOfTheInstallIsSeen) {
  const std::string record = install_record_file(installed(), check_pack(installed(), "").seal);
  ASSERT_TRUE(fs::remove(record));
  ASSERT_EQ(::mkfifo(record.c_str(), 0600), 0);
  EXPECT_THAT(said_of_use(), HasSubstr(".toml: cannot be read: it is a device or a pipe"));
}

TEST_F(TamperedPack, ALinkInTheStoreIsSeen) {
  fs::rename(installed() + "/good.so", maker.path() + "/good.so");
  fs::create_symlink(maker.path() + "/good.so", installed() + "/good.so");
  EXPECT_EQ(said_of_use(), "STORE/lab/1.0: good.so: is a link, which a pack cannot have");
}

TEST_F(TamperedPack, AMissingSignatureIsSeen) {
  fs::remove(installed() + "/SHA256SUMS.sig");
  EXPECT_THAT(said_of_use(), MatchesRegex("STORE/lab/1.0: SHA256SUMS.sig: is missing; the pack was "
                                          "signed by ada@lab.org \\(SHA256:.*\\) when it was "
                                          "installed"));
  EXPECT_THAT(said_of_verify(), HasSubstr("SHA256SUMS.sig: is missing"));
}

/// All of an older signed pack, in the place of a newer one.
TEST_F(TamperedPack, AnOlderSignedManifestPutBackIsSeen) {
  install_pack(maker.signed_archive("1.1", maker.path() + "/key-ada@lab.org"));
  for (const char* file : {"pack.toml", "SHA256SUMS", "SHA256SUMS.sig", "docs/README.md"})
    fs::copy_file(installed() + "/" + file, maker.installed("1.1") + "/" + file,
                  fs::copy_options::overwrite_existing);
  EXPECT_EQ(said_of_use(), "STORE/lab/1.1: pack.toml: is that of lab 1.0, not of lab 1.1");
}

/// An older build of the same version, which was signed, too.
TEST_F(TamperedPack, AnOlderBuildPutBackIsSeen) {
  const std::string other = maker.archive("1.0", "license = 'MIT'\n");
  sign_pack(other, maker.path() + "/key-ada@lab.org");
  install_pack(other, {.replace = true});
  EXPECT_EQ(said_of_use(), "");
  fs::remove_all(installed());
  fs::copy(source(), installed(), fs::copy_options::recursive);
  EXPECT_EQ(said_of_use(),
            "STORE/lab/1.0: SHA256SUMS: is not the one that was installed: install "
            "the pack again");
}

TEST_F(TamperedPack, ASignerWhoIsTakenFromTheListIsSeen) {
  maker.forget_signers();
  EXPECT_THAT(
      said_of_use(),
      MatchesRegex("STORE/lab/1.0: SHA256SUMS.sig: is by the key SHA256:.*, "
                   "which is not in DIR/config/facet/allowed_signers: add it there if it is "
                   "whose you trust; when "
                   "the pack was installed, it was signed by ada@lab.org "
                   "\\(SHA256:.*\\)"));
  EXPECT_THAT(said_of_verify(), HasSubstr("which is not in"));
  EXPECT_THAT(said_by(maker, [&] { install_pack(source()); }), HasSubstr("--allow-unknown-signer"));
  install_pack(source(), {.allow_unknown_signer = true});
  EXPECT_EQ(said_of_use(), "");
}

/// That a user once allowed one unknown signer allows no other.
TEST_F(TamperedPack, AnotherUnknownSignerIsSeen) {
  maker.forget_signers();
  install_pack(source(), {.allow_unknown_signer = true});
  sign_pack(source(), maker.unknown_key("eve"));
  fs::copy_file(source() + "/SHA256SUMS.sig", installed() + "/SHA256SUMS.sig",
                fs::copy_options::overwrite_existing);
  EXPECT_THAT(said_of_use(), HasSubstr("SHA256SUMS.sig: is by the key"));
}

}  // namespace
}  // namespace facet
