#include "framework/trust/trust_list.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "framework/files/files.h"
#include "framework/plugin_loader/environment.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

namespace fs = std::filesystem;

class TrustListFile : public testing::Test {
 protected:
  std::string file() const { return folder_.path() + "/facet/trusted.toml"; }
  std::string said(const std::string& text) const {
    fs::create_directories(folder_.path() + "/facet");
    write_text(file(), text);
    return message_of([] { read_trust_list(); });
  }

 private:
  TemporaryFolder folder_;
  test::Environment config_{"XDG_CONFIG_HOME", folder_.path()};
};

TEST_F(TrustListFile, AMissingOneHasNobody) {
  const TrustList list = read_trust_list();
  EXPECT_TRUE(list.users.empty() && list.folders.empty());
}

TEST_F(TrustListFile, KeepsUsersAndFolders) {
  write_trust_list({1, {"root", "4242"}, {"/opt/lab"}});
  const TrustList list = read_trust_list();
  EXPECT_TRUE(list.has_user(0));  // root, wherever there are users
  EXPECT_TRUE(list.has_user(4242));
  EXPECT_FALSE(list.has_user(4243));
  EXPECT_TRUE(list.has_folder_of("/opt/lab/plugins/x.so"));
  EXPECT_TRUE(list.has_folder_of("/opt/lab"));
  EXPECT_FALSE(list.has_folder_of("/opt/laboratory/x.so"));
  EXPECT_FALSE(list.has_folder_of("/opt"));
}

TEST_F(TrustListFile, IsTheUsersOwn) {
  write_trust_list({1, {"root"}, {}});
  fs::permissions(file(), fs::perms(0664));
  EXPECT_EQ(message_of([] { read_trust_list(); }),
            file() + ": the file can be written to by others: chmod go-w " + file());
}

TEST_F(TrustListFile, MistakesAreToldWithTheirPlaces) {
  EXPECT_EQ(said("users = [\"ada\"]\nfolder = [\"/opt\"]\n"),
            file() + ":2:10: folder is not known, did you mean 'folders'?");
  EXPECT_THAT(said("users = 3\n"), testing::StartsWith(file() + ":1:9: users "));
  EXPECT_THAT(said("format = 2\n"), testing::HasSubstr("newer than this Facet"));
}

TEST_F(TrustListFile, AUserWhomNobodyKnowsIsAnError) {
  EXPECT_EQ(message_of([] { user_number("no-such-user"); }),
            "there is no user 'no-such-user' on this computer");
  EXPECT_EQ(user_name(0), "root");
  EXPECT_EQ(user_name(4242424), "4242424");
}

}  // namespace
}  // namespace facet
