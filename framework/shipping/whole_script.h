#pragma once

#include <string>

namespace facet {

/// Throws Error, without the path, where what is in a TorchScript file is not what was written: an
/// entry has another checksum than its own, or the file is cut off or inflates beyond measure.
/// libtorch itself compares no checksums.
void require_whole_script(const std::string& path);

}  // namespace facet
