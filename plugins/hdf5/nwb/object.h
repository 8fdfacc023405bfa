#pragma once

#include <hdf5.h>

#include <string>
#include <vector>

#include "../source.h"

namespace facet::nwb {

/// A group that NWB gives a type, with the arrays of one thing: a time series or a table.
struct Object {
  std::string file;         ///< the path of the file
  std::string place;        ///< of the group in the file
  std::string type;         ///< its neurodata_type: `SpatialSeries`
  std::string parent_type;  ///< of the group in which it lies: `Position`
  bool is_table = false;    ///< else a time series
  std::string name = "";    ///< of its main array

  /// A dataset in it, and the name of its array.
  hdf5::Source source(const std::string& child, const std::string& array) const {
    return {file, place + "/" + child, array};
  }
  bool has(hid_t opened, const std::string& child) const;
  /// Throws Error, which continues the object's name, where it cannot be opened.
  hdf5::Dataset open(hid_t opened, const std::string& child) const;
};

/// What a file holds in such groups, in the order of their paths, each with its name; what is
/// damaged is added to the arrays. Throws Error where the file cannot be listed.
std::vector<Object> find_objects(const std::string& path, hid_t file, FileArrays& arrays);

}  // namespace facet::nwb
