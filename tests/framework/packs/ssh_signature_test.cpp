// Signatures of packs, each made or verified by ssh-keygen.
#include "framework/packs/ssh_signature.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "framework/files/files.h"
#include "framework/packs/pack_signer.h"
#include "framework/packs/ssh_bytes.h"
#include "framework/plugin_loader/environment.h"
#include "message_of.h"
#include "run_program.h"

namespace facet {
namespace {

class SshSignature : public testing::Test {
 protected:
  /// The file of a new private key.
  std::string make_key(const std::string& name, const std::string& type = "ed25519") {
    EXPECT_EQ(keygen({"-q", "-t", type, "-N", "", "-C", "", "-f", name}).exit_code, 0);
    return path() + "/" + name;
  }
  /// What ssh-keygen makes of `message`.
  std::string sign(const std::string& message, const std::string& key,
                   const std::vector<std::string>& options = {"-n", "facet-pack"}) {
    write_text(path() + "/message", message);
    std::filesystem::remove(path() + "/message.sig");
    std::vector<std::string> words = {"-Y", "sign", "-f", key};
    words.insert(words.end(), options.begin(), options.end());
    words.push_back("message");
    const ProgramResult signing = keygen(words);
    EXPECT_EQ(signing.exit_code, 0) << signing.errors;
    return read_text(path() + "/message.sig");
  }
  ProgramResult keygen(std::vector<std::string> words) {
    words.insert(words.begin(), SSH_KEYGEN);
    return run_program(words, path());
  }
  std::string path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

std::string key_in(const std::string& public_file) {
  std::istringstream words(read_text(public_file));
  std::string type, key;
  words >> type >> key;
  return from_base64(key);
}

TEST_F(SshSignature, OfSshKeygenIsVerified) {
  const std::string key = make_key("ada");
  for (const std::string& message : {std::string("abc\n"), std::string(), std::string(70'000, 'x')})
    for (const char* hash : {"sha256", "sha512"}) {
      const std::string signature =
          sign(message, key, {"-n", "facet-pack", "-O", std::string("hashalg=") + hash});
      EXPECT_EQ(verified_key(signature, message), key_in(key + ".pub"));
    }
}

TEST_F(SshSignature, FingerprintIsThatOfSshKeygen) {
  const std::string key = make_key("ada");
  EXPECT_THAT(keygen({"-l", "-f", key + ".pub"}).output,
              testing::HasSubstr(" " + key_fingerprint(key_in(key + ".pub")) + " "));
}

TEST_F(SshSignature, OfAnotherMessageNamespaceOrTypeOfKeyIsRefused) {
  const std::string key = make_key("ada");
  const auto said = [](const std::string& signature, const std::string& message) {
    return message_of([&] { verified_key(signature, message); });
  };
  EXPECT_EQ(said(sign("abc", key), "abd"),
            "it does not fit: what was signed was something else, or by another key");
  EXPECT_EQ(said(sign("abc", key, {"-n", "git"}), "abc"),
            "it was made for 'git', not for 'facet-pack' (ssh-keygen -Y sign -n facet-pack)");
  EXPECT_EQ(said(sign("abc", make_key("rsa", "rsa")), "abc"),
            "keys of the type ssh-rsa are not supported: use one of ssh-ed25519 (ssh-keygen -t "
            "ed25519)");
  EXPECT_THAT(said(sign("abc", make_key("ecdsa", "ecdsa")), "abc"),
              testing::StartsWith("keys of the type ecdsa-sha2-nistp256 are not supported"));
}

/// Every byte of the signature counts, but for the zeros and breaks of its armor.
TEST_F(SshSignature, WithAnyByteChangedIsRefused) {
  const std::string signature = sign("abc", make_key("ada"));
  for (std::size_t i = 0; i < signature.size(); ++i) {
    if (signature[i] == '\n') continue;
    std::string changed = signature;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_NE(message_of([&] { verified_key(changed, "abc"); }), "") << "byte " << i;
  }
  for (std::size_t size = 0; size < signature.size(); ++size)
    EXPECT_NE(message_of([&] { verified_key(signature.substr(0, size), "abc"); }), "") << size;
}

/// What facet accepts, `ssh-keygen -Y verify` accepts, too, by the same list.
TEST_F(SshSignature, AndListAreReadAsSshKeygenReadsThem) {
  const test::Environment config("XDG_CONFIG_HOME", path());
  std::filesystem::create_directory(path() + "/facet");
  const std::string key = make_key("ada"), list = path() + "/facet/allowed_signers";
  const std::string signature = sign("abc", key), bare = read_text(key + ".pub");
  const auto both_accept = [&](const std::string& line) {
    write_text(list, "# whose packs are used\n\n" + line + "\n");
    const std::string command = std::string(SSH_KEYGEN) + " -Y verify -n facet-pack -f " + list +
                                " -I ada@lab.org -s message.sig < message";
    const bool theirs = run_program({"/bin/sh", "-c", command}, path()).exit_code == 0;
    const bool ours = pack_signer("abc", signature).principal == "ada@lab.org";
    EXPECT_EQ(ours, theirs) << line;
    return ours;
  };
  EXPECT_TRUE(both_accept("ada@lab.org " + bare));
  EXPECT_TRUE(both_accept("ada@lab.org,bea@lab.org namespaces=\"git,facet-*\" " + bare));
  EXPECT_TRUE(both_accept("\"ada@lab.org\" valid-after=\"20200101\" " + bare));
  EXPECT_TRUE(
      both_accept("ada@lab.org valid-before=\"20990101\",namespaces=\"facet-pack\" " + bare));
  EXPECT_FALSE(both_accept("ada@lab.org namespaces=\"git\" " + bare));
  EXPECT_FALSE(both_accept("ada@lab.org namespaces=\"*,!facet-pack\" " + bare));
  EXPECT_FALSE(both_accept("ada@lab.org valid-before=\"20200101\" " + bare));
  EXPECT_FALSE(both_accept("ada@lab.org valid-after=\"20990101\" " + bare));
  EXPECT_FALSE(both_accept("ada@lab.org cert-authority " + bare));
  EXPECT_FALSE(both_accept("ada@lab.org " + read_text(make_key("eve") + ".pub")));
}

}  // namespace
}  // namespace facet
