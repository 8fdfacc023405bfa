#pragma once

#include <optional>
#include <string>

namespace facet {

/// How many cores' time the control groups of this process leave it, such as a container's limit;
/// nothing where they have none. `groups` is the list of its groups, `mount` where their files are
/// (versions 1 and 2; cgroups(7)).
std::optional<double> cpu_quota(const std::string& groups = "/proc/self/cgroup",
                                const std::string& mount = "/sys/fs/cgroup");

}  // namespace facet
