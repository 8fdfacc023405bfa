#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace facet::suite2p {

/// A folder with F.npy.
struct Plane {
  std::string folder;
  at::Tensor F;  ///< cells x frames, mapped

  std::string file(const std::string& array) const;  ///< `F` lies in F.npy
  std::int64_t num_cells() const { return F.size(0); }
};
using Planes = std::vector<Plane>;

/// The plane that the folder is, or plane0, plane1, ... in it. Warns of planes without cells, and
/// of frames that not all have. Throws Error where there are none, or where F.npy of one cannot be
/// read.
Planes find_planes(const std::string& folder);

/// Frames that all planes have.
std::int64_t num_frames(const Planes& planes);

/// Cells x frames. Throws Error that names the file.
at::Tensor read_traces(const std::string& path);

}  // namespace facet::suite2p
