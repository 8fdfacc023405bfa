#include "framework/assembly/cpu_quota.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace facet {

namespace {

namespace fs = std::filesystem;

using Quota = std::optional<double>;

void keep_the_smaller(Quota& quota, double time, double period) {
  if (time > 0 && period > 0) quota = std::min(quota.value_or(time / period), time / period);
}

/// Version 2: `max 100000` or `200000 100000`.
void read_both(const fs::path& group, Quota& quota) {
  double time = 0, period = 0;
  if (std::ifstream(group / "cpu.max") >> time >> period) keep_the_smaller(quota, time, period);
}

/// Version 1: a file for each, -1 without a limit.
void read_each(const fs::path& group, Quota& quota) {
  double time = 0, period = 0;
  if (std::ifstream(group / "cpu.cfs_quota_us") >> time &&
      std::ifstream(group / "cpu.cfs_period_us") >> period)
    keep_the_smaller(quota, time, period);
}

/// A group is limited by those above it, too. In a container its own path may be that of the host,
/// of which nothing is there but the top.
template <class Read>
void read_upwards(const fs::path& mount, const std::string& path, Quota& quota, const Read& read) {
  for (fs::path below = fs::path(path).relative_path(); !below.empty(); below = below.parent_path())
    read(mount / below, quota);
  read(mount, quota);
}

}  // namespace

Quota cpu_quota(const std::string& groups, const std::string& mount) {
  Quota quota;
  std::ifstream file(groups);
  // number:controllers:path, without controllers in version 2
  for (std::string number, controllers, path; std::getline(file, number, ':') &&
                                              std::getline(file, controllers, ':') &&
                                              std::getline(file, path);) {
    if (controllers.empty()) read_upwards(mount, path, quota, read_both);
    if (("," + controllers + ",").find(",cpu,") != std::string::npos)
      read_upwards(fs::path(mount) / controllers, path, quota, read_each);
  }
  return quota;
}

}  // namespace facet
