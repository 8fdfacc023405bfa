#include "planes.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "facet/error.h"
#include "facet/npz.h"
#include "facet/text.h"
#include "facet/warning.h"

namespace facet::suite2p {

namespace {

namespace fs = std::filesystem;

/// By their numbers: plane2 is before plane10. What else lies there, `combined`, is no plane.
std::map<int, std::string> plane_folders(const std::string& folder) {
  constexpr std::string_view prefix = "plane";
  std::map<int, std::string> planes;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with(prefix) || !entry.is_directory()) continue;
    int number = 0;
    const char* end = name.data() + name.size();
    const auto [after, wrong] = std::from_chars(name.data() + prefix.size(), end, number);
    if (wrong == std::errc() && after == end) planes.emplace(number, fs::path(folder) / name);
  }
  if (error) throw Error(folder + ": cannot be listed: " + error.message());
  return planes;
}

void tell_frames(const std::string& folder, const Planes& planes) {
  std::vector<std::string> frames;
  for (const Plane& plane : planes) frames.push_back(std::to_string(plane.F.size(1)));
  const std::string shortest = std::to_string(num_frames(planes));
  if (std::count(frames.begin(), frames.end(), shortest) < std::ssize(frames))
    warn(folder + ": its planes have " + join(frames) + " frames; of each the first " + shortest +
         " are used");
}

}  // namespace

std::string Plane::file(const std::string& array) const {
  return fs::path(folder) / (array + ".npy");
}

at::Tensor read_traces(const std::string& path) {
  const at::Tensor traces = read_npy(path);
  if (traces.dim() != 2 || !traces.is_floating_point())
    throw Error(path + ": is " + shape_text(traces.sizes()) + " of type " +
                c10::toString(traces.scalar_type()) + ", suite2p's are cells x frames of floats");
  return traces;
}

std::int64_t num_frames(const Planes& planes) {
  std::int64_t frames = planes.at(0).F.size(1);
  for (const Plane& plane : planes) frames = std::min(frames, plane.F.size(1));
  return frames;
}

namespace {

/// F is undefined where the folder has no F.npy.
Plane plane_of(const std::string& folder) {
  Plane plane{folder, {}};
  if (fs::exists(plane.file("F"))) plane.F = read_traces(plane.file("F"));
  return plane;
}

}  // namespace

Planes find_planes(const std::string& folder) {
  if (!fs::is_directory(folder)) throw Error(folder + ": is no folder, or is not there");
  if (Plane plane = plane_of(folder); plane.F.defined()) return {plane};
  Planes planes;
  for (const auto& [number, path] : plane_folders(folder)) {
    planes.push_back(plane_of(path));
    if (planes.back().F.defined()) continue;
    warn(path + ": has no F.npy and is left out: suite2p found no cells in it");
    planes.pop_back();
  }
  if (planes.empty()) throw Error(folder + ": has neither F.npy nor planes with it (plane0/F.npy)");
  tell_frames(folder, planes);
  return planes;
}

}  // namespace facet::suite2p
