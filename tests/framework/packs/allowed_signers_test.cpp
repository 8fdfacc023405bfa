#include "framework/packs/allowed_signers.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "framework/files/files.h"
#include "framework/packs/ssh_bytes.h"
#include "framework/plugin_loader/environment.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using test::Environment;

// A key of ssh-keygen.
constexpr const char* written_key =
    "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

class AllowedSigners : public testing::Test {
 protected:
  AllowedSigner find(const std::string& list, std::time_t now = 0) const {
    write_text(file(), list);
    return find_allowed_signer(file(), from_base64(written_key), now);
  }
  std::string file() const { return folder_.path() + "/allowed_signers"; }
  std::string said(const std::string& line) const {
    return message_of([&] { find("\n" + line); });
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(AllowedSigners, TellsWhose) {
  const std::string key = std::string("ssh-ed25519 ") + written_key;
  EXPECT_EQ(find("ada@lab.org,bea@lab.org " + key + " a comment").principal, "ada@lab.org");
  EXPECT_EQ(find("# nobody\n").why_not,
            "which is not in " + file() + ": add it there if it is whose you trust");
  EXPECT_EQ(find("ada namespaces=\"git\" " + key).why_not,
            "which stands there for other namespaces than facet-pack: " + file() + ":1");
}

TEST_F(AllowedSigners, TimesAreThoseOfTheClock) {
  const std::string line =
      "ada valid-after=\"20260102Z\",valid-before=\"202601021030Z\" ssh-ed25519 ";
  constexpr std::time_t day = 1767312000;  // 2026-01-02 00:00 UTC, by date -d ... +%s
  EXPECT_THAT(find(line + written_key, day - 1).why_not, testing::HasSubstr("not valid there yet"));
  EXPECT_EQ(find(line + written_key, day).principal, "ada");
  EXPECT_EQ(find(line + written_key, day + 10 * 3600 + 1800).principal, "ada");
  EXPECT_THAT(find(line + written_key, day + 10 * 3600 + 1801).why_not,
              testing::HasSubstr("not valid there any more"));
}

TEST_F(AllowedSigners, AMissingListHasNobody) {
  EXPECT_EQ(find_allowed_signer("/not/there", "key", 0).why_not,
            "which is not in /not/there (there is no such file): add it there if it is whose you "
            "trust");
}

TEST_F(AllowedSigners, MistakesAreToldWithTheirLine) {
  const std::string place = file() + ":2: is not a line PRINCIPALS [OPTIONS] KEYTYPE KEY: ";
  EXPECT_EQ(said("ada"), place +
                             "it has no key: KEYTYPE and base64, as in the file .pub that "
                             "ssh-keygen wrote");
  EXPECT_EQ(said("ada ssh-ed25519 !"), place + "it is not base64");
  EXPECT_EQ(said(std::string("ada ssh-rsa ") + written_key),
            place + "it has no key: KEYTYPE and base64, as in the file .pub that ssh-keygen wrote");
  EXPECT_EQ(said(std::string("ada ever ssh-ed25519 ") + written_key),
            place + "it has the option 'ever', which is not known");
  EXPECT_EQ(said(std::string("ada valid-after=\"soon\" ssh-ed25519 ") + written_key),
            place + "it has the time 'soon', which is not YYYYMMDD[HHMM[SS]][Z]");
  EXPECT_EQ(said("ada namespaces=\"git ssh-ed25519 "),
            place + "it has a quotation mark without its second");
}

TEST_F(AllowedSigners, AMistakeIsToldWhereverItIs) {
  const std::string key = std::string(" ssh-ed25519 ") + written_key;
  const std::string why = message_of([&] { find("ada" + key + "\nbea\n"); });
  EXPECT_THAT(why, testing::StartsWith(file() + ":2: is not a line"));
}

/// `!ada` is one whom the line does not mean (PATTERNS of ssh_config).
TEST_F(AllowedSigners, WhomALineExcludesItDoesNotName) {
  const std::string key = std::string(" ssh-ed25519 ") + written_key;
  EXPECT_EQ(find("!ada@lab.org,bea@lab.org" + key).principal, "bea@lab.org");
  EXPECT_THAT(message_of([&] { find("!ada@lab.org" + key); }),
              testing::EndsWith("it names nobody before the key"));
}

TEST_F(AllowedSigners, NamesAreFitForATerminal) {
  EXPECT_EQ(find(std::string("ada\x1b[2J ssh-ed25519 ") + written_key).principal, "ada\\x1b[2J");
}

TEST_F(AllowedSigners, WhatIsMuchTooLongIsNoList) {
  EXPECT_EQ(message_of([&] { find(std::string(2 << 20, '#')); }),
            file() + ": is longer than 1 MiB, and so no list of signers");
}

TEST_F(AllowedSigners, WhatOthersMayWriteToIsNoList) {
  write_text(file(), "");
  std::filesystem::permissions(file(), std::filesystem::perms(0666));
  EXPECT_EQ(message_of([&] { find_allowed_signer(file(), "key", 0); }),
            file() + ": the file can be written to by others: chmod go-w " + file());
}

TEST(AllowedSignersFile, FollowsTheEnvironment) {
  const Environment config("XDG_CONFIG_HOME", "/config");
  EXPECT_EQ(allowed_signers_file(), "/config/facet/allowed_signers");
  const Environment none("XDG_CONFIG_HOME", "");
  const Environment home("HOME", "/home/ada");
  EXPECT_EQ(allowed_signers_file(), "/home/ada/.config/facet/allowed_signers");
}

}  // namespace
}  // namespace facet
