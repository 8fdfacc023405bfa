#include "outside_sources.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "access.h"
#include "facet/error.h"
#include "handle.h"

namespace facet::hdf5 {

namespace {

namespace fs = std::filesystem;

/// A name that HDF5 gives in two goes: its length, then its letters.
template <class Get>
std::string text_from(const Get& get) {
  const ssize_t size = get(nullptr, 0);
  std::string text(static_cast<std::size_t>(std::max<ssize_t>(size, 0)) + 1, '\0');
  get(text.data(), text.size());
  text.pop_back();
  return text;
}

std::string file_of(hid_t dataset) {
  return text_from([&](char* text, std::size_t size) { return H5Fget_name(dataset, text, size); });
}

/// Where HDF5 looks for a file that another one names.
std::vector<fs::path> places_of(const std::string& name, const char* variable,
                                const std::string& named_by) {
  std::vector<fs::path> places;
  if (const char* prefix = std::getenv(variable)) places.push_back(fs::path(prefix) / name);
  places.push_back(fs::path(named_by).parent_path() / name);
  places.emplace_back(name);
  return places;
}

bool has_dataset(const std::string& path, const std::string& name) {
  const Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, file_access()), H5Fclose);
  if (file < 0) return false;
  const Handle dataset(H5Oopen(file, name.c_str(), object_access()), H5Oclose);
  return dataset >= 0 && H5Iget_type(dataset) == H5I_DATASET;
}

void require_virtual_sources(hid_t dataset, hid_t properties) {
  const std::string own = file_of(dataset);
  std::size_t count = 0;
  H5Pget_virtual_count(properties, &count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string file = text_from([&](char* text, std::size_t size) {
      return H5Pget_virtual_filename(properties, i, text, size);
    });
    const std::string name = text_from([&](char* text, std::size_t size) {
      return H5Pget_virtual_dsetname(properties, i, text, size);
    });
    if ((file + name).find('%') != std::string::npos)
      continue;  // a pattern, of any number of files
    const auto places =
        file == "." ? std::vector<fs::path>{own} : places_of(file, "HDF5_VDS_PREFIX", own);
    if (std::none_of(places.begin(), places.end(),
                     [&](const fs::path& place) { return has_dataset(place, name); }))
      throw Error("shows '" + name + "' of " + file +
                  ", which is not there: bring that file to the place of this one");
  }
}

void require_raw_files(hid_t dataset, hid_t properties) {
  const Handle type(H5Dget_type(dataset), H5Tclose);
  const Handle space(H5Dget_space(dataset), H5Sclose);
  std::uintmax_t left = H5Tget_size(type) * static_cast<std::uintmax_t>(std::max<hssize_t>(
                                                0, H5Sget_simple_extent_npoints(space)));
  for (int i = 0; i < H5Pget_external_count(properties); ++i) {
    std::string name(4096, '\0');
    off_t offset = 0;
    hsize_t size = 0;
    H5Pget_external(properties, static_cast<unsigned>(i), name.size(), name.data(), &offset, &size);
    name = name.c_str();
    const std::uintmax_t needed = std::min<std::uintmax_t>(left, size);
    const char* prefix = std::getenv("HDF5_EXTFILE_PREFIX");
    std::error_code missing;
    const std::uintmax_t there =
        fs::file_size(prefix ? fs::path(prefix) / name : fs::path(name), missing);
    if (missing) return;  // reading says so
    if (there < static_cast<std::uintmax_t>(offset) + needed)
      throw Error("is truncated: its values lie in " + name + ", which has " +
                  std::to_string(there) + " bytes, " +
                  std::to_string(static_cast<std::uintmax_t>(offset) + needed) + " are needed");
    left -= needed;
  }
}

}  // namespace

void require_outside_sources(hid_t dataset) {
  const Handle properties(H5Dget_create_plist(dataset), H5Pclose);
  if (H5Pget_layout(properties) == H5D_VIRTUAL) require_virtual_sources(dataset, properties);
  if (H5Pget_external_count(properties) > 0) require_raw_files(dataset, properties);
}

}  // namespace facet::hdf5
