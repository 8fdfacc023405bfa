// The files are as cgroups(7) and the kernel's documentation of both versions show them.
#include "framework/assembly/cpu_quota.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "framework/files/files.h"
#include "temporary_folder.h"

namespace facet {
namespace {

class CpuQuota : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = folder_.path() + "/" + name;
    std::filesystem::create_directories(path.parent_path());
    write_text(path, text);
  }
  std::optional<double> quota() const {
    return cpu_quota(folder_.path() + "/groups", folder_.path() + "/mount");
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(CpuQuota, IsNothingWithoutALimit) {
  EXPECT_EQ(quota(), std::nullopt) << "no control groups";
  write("groups", "0::/user.slice\n");
  EXPECT_EQ(quota(), std::nullopt) << "no files";
  write("mount/user.slice/cpu.max", "max 100000\n");
  EXPECT_EQ(quota(), std::nullopt);
}

TEST_F(CpuQuota, OfVersionTwoIsTheSmallestOnTheWayUp) {
  write("groups", "0::/user.slice/job\n");
  write("mount/user.slice/job/cpu.max", "400000 100000\n");
  EXPECT_EQ(quota(), 4);
  write("mount/user.slice/cpu.max", "75000 50000\n");
  EXPECT_EQ(quota(), 1.5);
  write("mount/cpu.max", "max 100000\n");
  EXPECT_EQ(quota(), 1.5);
}

TEST_F(CpuQuota, OfVersionOneHasAFileForEachNumber) {
  write("groups",
        "12:cpuset:/job\n"
        "4:cpu,cpuacct:/job\n"
        "1:name=systemd:/job\n");
  write("mount/cpu,cpuacct/job/cpu.cfs_quota_us", "-1\n");
  write("mount/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(quota(), std::nullopt);
  write("mount/cpu,cpuacct/job/cpu.cfs_quota_us", "250000\n");
  EXPECT_EQ(quota(), 2.5);
}

TEST_F(CpuQuota, OfAContainerThatSeesOnlyTheTopIsFound) {
  write("groups", "0::/../../docker/4f2a\n");
  write("mount/cpu.max", "200000 100000\n");
  EXPECT_EQ(quota(), 2);
}

}  // namespace
}  // namespace facet
