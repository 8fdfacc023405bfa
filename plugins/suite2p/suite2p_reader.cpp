#include "suite2p_reader.h"

#include <algorithm>
#include <filesystem>

#include "cell_flags.h"
#include "planes.h"
#include "traces.h"

namespace facet {

namespace {

void append(FileArrays& arrays, const FileArrays& more) {
  arrays.insert(arrays.end(), more.begin(), more.end());
}

/// Pickles, which could run any program: they are never opened.
void append_pickle(FileArrays& arrays, const suite2p::Planes& planes, const std::string& name) {
  const bool is_there = std::any_of(planes.begin(), planes.end(), [&](const suite2p::Plane& plane) {
    return std::filesystem::exists(plane.file(name));
  });
  if (is_there)
    arrays.push_back(FileArray::unreadable(
        name, "holds Python objects, which only Python reads: save what is needed of " + name +
                  ".npy as numbers, in a file of its own"));
}

}  // namespace

void Suite2pReader::Options::describe(OptionsDescription<Options>& options) {
  options
      .add("neuropil", &Options::neuropil,
           "how much of the neuropil around a cell F_corrected is without")
      .at_least(0);
}

FileArrays Suite2pReader::list(const std::string& path) const {
  const suite2p::Planes planes = suite2p::find_planes(path);
  FileArrays arrays;
  append(arrays, suite2p::list_traces(planes, options_.neuropil));
  append(arrays, suite2p::list_cell_flags(planes, "iscell"));
  append(arrays, suite2p::list_cell_flags(planes, "redcell"));
  append_pickle(arrays, planes, "stat");
  append_pickle(arrays, planes, "ops");
  return arrays;
}

}  // namespace facet
