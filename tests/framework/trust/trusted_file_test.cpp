#include "framework/trust/trusted_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "framework/plugin_loader/environment.h"
#include "framework/trust/trust_list.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

constexpr uid_t stranger = 4242424;  // has no name

struct stat status_of(uid_t owner, mode_t mode) {
  struct stat status {};
  status.st_uid = owner;
  status.st_mode = mode;
  return status;
}

class TrustedFile : public testing::Test {
 protected:
  static std::string said_of_owner(uid_t owner) {
    return message_of([&] {
      require_trusted_owner("the file", "/opt/lab/x.so", status_of(owner, S_IFREG | 0644));
    });
  }
  static std::string said_of_mode(mode_t mode) {
    return message_of(
        [&] { require_trusted_permissions("its folder", "/opt/lab", status_of(0, mode)); });
  }

 private:
  TemporaryFolder folder_;
  test::Environment config_{"XDG_CONFIG_HOME", folder_.path()};
};

TEST_F(TrustedFile, RootAndOneselfNeedNoList) {
  EXPECT_EQ(said_of_owner(0), "");
  EXPECT_EQ(said_of_owner(::geteuid()), "");
  EXPECT_EQ(said_of_mode(S_IFDIR | 0755), "");
}

TEST_F(TrustedFile, SaysHowToTrustAStranger) {
  EXPECT_EQ(said_of_owner(stranger),
            "the file belongs to user 4242424, neither to root nor to you: if you trust them, "
            "`facet plugin trust --user 4242424`; if you trust all that lies there, `facet plugin "
            "trust /opt/lab`");
}

TEST_F(TrustedFile, SaysHowToTrustAnOpenFolder) {
  EXPECT_EQ(said_of_mode(S_IFDIR | 0775),
            "its folder can be written to by others: chmod go-w /opt/lab, or, if you trust "
            "everybody who can, `facet plugin trust /opt/lab`");
}

TEST_F(TrustedFile, ATrustedUserIsTrustedWithHisOwnFilesAlone) {
  write_trust_list({1, {"4242424"}, {}});
  EXPECT_EQ(said_of_owner(stranger), "");
  EXPECT_NE(said_of_owner(stranger + 1), "");
  EXPECT_NE(said_of_mode(S_IFDIR | 0775), "");
}

TEST_F(TrustedFile, ATrustedFolderIsTrustedWithAllThatIsInIt) {
  write_trust_list({1, {}, {"/opt/lab"}});
  EXPECT_EQ(said_of_owner(stranger), "");
  EXPECT_EQ(said_of_mode(S_IFDIR | 0777), "");
}

}  // namespace
}  // namespace facet
