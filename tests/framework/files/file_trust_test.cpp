#include "framework/files/file_trust.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace facet {
namespace {

struct stat status_of(uid_t owner, mode_t mode) {
  struct stat status {};
  status.st_uid = owner;
  status.st_mode = S_IFREG | mode;
  return status;
}

TEST(FileTrust, TrustsRootAndOneself) {
  EXPECT_EQ(untrusted_owner("the file", status_of(0, 0755)), "");
  EXPECT_EQ(untrusted_owner("the file", status_of(::geteuid(), 0700)), "");
}

TEST(FileTrust, RefusesOtherOwners) {
  EXPECT_EQ(untrusted_owner("the file", status_of(::geteuid() + 1, 0755)),
            "the file belongs to user " + std::to_string(::geteuid() + 1) +
                ", neither to root nor to you");
}

TEST(FileTrust, RefusesWhatOthersMayWriteTo) {
  const auto said = [](mode_t mode) {
    return untrusted_permissions("the file", "/opt/lab.so", status_of(0, mode));
  };
  EXPECT_EQ(said(0755), "");
  for (const mode_t mode : {0775, 0757})
    EXPECT_EQ(said(mode), "the file can be written to by others: chmod go-w /opt/lab.so");
}

}  // namespace
}  // namespace facet
