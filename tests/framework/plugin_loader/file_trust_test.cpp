#include "framework/plugin_loader/file_trust.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace facet {
namespace {

/// What is said of a file with this owner and these permissions.
std::string said(uid_t owner, mode_t mode) {
  struct stat status {};
  status.st_uid = owner;
  status.st_mode = S_IFREG | mode;
  return why_not_trusted("the file", "/opt/lab.so", status);
}

TEST(FileTrust, TrustsRootAndOneself) {
  EXPECT_EQ(said(0, 0755), "");
  EXPECT_EQ(said(::geteuid(), 0700), "");
}

TEST(FileTrust, RefusesOtherOwners) {
  EXPECT_EQ(said(::geteuid() + 1, 0755), "the file belongs to user " +
                                             std::to_string(::geteuid() + 1) +
                                             ", neither to root nor to you");
}

TEST(FileTrust, RefusesWhatOthersMayWriteTo) {
  for (const mode_t mode : {0775, 0757})
    EXPECT_EQ(said(0, mode), "the file can be written to by others: chmod go-w /opt/lab.so");
}

}  // namespace
}  // namespace facet
