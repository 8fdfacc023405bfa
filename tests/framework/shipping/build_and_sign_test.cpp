#include <gmock/gmock.h>

#include <filesystem>

#include "facet/warning.h"
#include "framework/files/files.h"
#include "framework/packs/pack_checksums.h"
#include "framework/plugin_loader/environment.h"
#include "framework/shipping/archive_reader.h"
#include "framework/shipping/build_pack.h"
#include "framework/shipping/opened_pack.h"
#include "framework/shipping/pack_maker.h"
#include "framework/shipping/sign_pack.h"
#include "run_program.h"

namespace facet {
namespace {

namespace fs = std::filesystem;
using test::said_by;
using testing::StartsWith;

class BuildAndSign : public testing::Test {
 protected:
  test::PackMaker maker;
};

TEST_F(BuildAndSign, TheFolderIsAsAReviewerChecksIt) {
  const std::string folder = maker.folder("1.0"), key = maker.known_key("ada@lab.org");
  build_pack(folder, maker.path() + "/a.facetpack");
  EXPECT_EQ(run_program({SHA256SUM, "--strict", "-c", "SHA256SUMS"}, folder).output,
            "docs/README.md: OK\ngood.components.json: OK\ngood.so: OK\npack.toml: OK\n");
  const PackSigner signer = sign_pack(folder, key);
  EXPECT_EQ(signer.principal, "ada@lab.org");
  const std::string verify = std::string(SSH_KEYGEN) +
                             " -Y verify -n facet-pack -I ada@lab.org -s SHA256SUMS.sig -f " +
                             maker.path() + "/config/facet/allowed_signers < SHA256SUMS";
  EXPECT_THAT(
      run_program({"/bin/sh", "-c", verify}, folder).output,
      StartsWith("Good \"facet-pack\" signature for ada@lab.org with ED25519 key " + signer.key));
}

TEST_F(BuildAndSign, AnArchiveIsSignedInPlace) {
  const std::string archive = maker.signed_archive("1.0", maker.known_key("ada@lab.org"));
  EXPECT_EQ(verify_pack(archive)->checked().signer.principal, "ada@lab.org");
  fs::create_directory(maker.path() + "/out");
  unpack_archive(archive, maker.path() + "/out");
  EXPECT_THAT(read_text(maker.path() + "/out/SHA256SUMS.sig"),
              StartsWith("-----BEGIN SSH SIGNATURE-----\n"));
}

TEST_F(BuildAndSign, ASignatureGoesWhenFilesChange) {
  const std::string folder = maker.folder("1.0"), archive = maker.path() + "/a.facetpack";
  build_pack(folder, archive);
  sign_pack(folder, maker.known_key("ada@lab.org"));
  build_pack(folder, archive);
  EXPECT_EQ(verify_pack(archive)->checked().signer.principal, "ada@lab.org");
  write_text(folder + "/docs/README.md", "more");
  std::vector<std::string> warnings;
  const WarningSink sink([&](const std::string& text) { warnings.push_back(text); });
  build_pack(folder, archive);
  EXPECT_THAT(warnings, testing::ElementsAre(
                            folder + "/SHA256SUMS.sig: removed: files have changed since the "
                                     "pack was signed; sign it again"));
  EXPECT_TRUE(verify_pack(archive)->checked().signer.is_unsigned());
}

TEST_F(BuildAndSign, ATamperedPackIsNotSigned) {
  const std::string folder = maker.folder("1.0");
  build_pack(folder, maker.path() + "/a.facetpack");
  write_text(folder + "/docs/README.md", "more");
  EXPECT_THAT(said_by(maker, [&] { sign_pack(folder, maker.known_key("ada")); }),
              StartsWith("DIR/lab-1.0/docs/README.md: is not what SHA256SUMS says"));
}

TEST_F(BuildAndSign, KeysThatCannotSignAreTold) {
  const std::string archive = maker.archive("1.0"), rsa = maker.path() + "/rsa";
  run_program({SSH_KEYGEN, "-q", "-t", "rsa", "-N", "", "-f", rsa}, maker.path());
  EXPECT_EQ(said_by(maker, [&] { sign_pack(archive, rsa); }),
            "DIR/rsa: cannot sign packs: keys of the type ssh-rsa are not supported: use one of "
            "ssh-ed25519 (ssh-keygen -t ed25519)");
  EXPECT_EQ(said_by(maker, [&] { sign_pack(archive, maker.path() + "/none"); }),
            "DIR/none: there is no such file of a key");
  write_text(maker.path() + "/text", "no key");
  EXPECT_EQ(said_by(maker, [&] { sign_pack(archive, maker.path() + "/text"); }),
            "DIR/text: ssh-keygen did not sign with it");
  const std::string key = maker.known_key("ada");
  const test::Environment path("PATH", "/nowhere");
  EXPECT_EQ(said_by(maker, [&] { sign_pack(archive, key); }),
            "ssh-keygen cannot be run: No such file or directory (packs are signed by ssh-keygen; "
            "Debian: apt install openssh-client)");
}

TEST_F(BuildAndSign, APrivateKeyIsNotGivenAway) {
  const std::string folder = maker.folder("1.0"), key = maker.known_key("ada@lab.org");
  fs::copy_file(key, folder + "/id_ed25519");
  EXPECT_EQ(said_by(maker, [&] { build_pack(folder, maker.path() + "/a.facetpack"); }),
            "DIR/lab-1.0/id_ed25519: is a private key, which nobody else should have");
  EXPECT_FALSE(fs::exists(folder + "/SHA256SUMS"));
}

TEST_F(BuildAndSign, AnArchiveCannotLieInItsOwnPack) {
  const std::string folder = maker.folder("1.0");
  EXPECT_EQ(said_by(maker, [&] { build_pack(folder, folder + "/a.facetpack"); }),
            "DIR/lab-1.0/a.facetpack: lies in the pack's own folder, of which it would be a file");
  EXPECT_EQ(archive_name(folder), "lab-1.0.facetpack");
}

TEST_F(BuildAndSign, WhatIsNoPackIsTold) {
  EXPECT_EQ(said_by(maker, [] { verify_pack("no_pack"); }),
            "'no_pack' is neither a folder or archive nor a pack that is installed in STORE");
}

}  // namespace
}  // namespace facet
