#pragma once

#include <string>

#include "dataset.h"
#include "hdf5_file.h"

namespace facet::hdf5 {

/// Where an array comes from: a dataset that is opened anew when its values are read.
struct Source {
  std::string file;        ///< its path
  std::string place;       ///< of the dataset in the file
  std::string name;        ///< of the array, in messages
  std::string field = "";  ///< of records the one that is read

  /// `action(dataset, file)`, by an opened Dataset and the File in which it lies.
  template <class Action>
  auto read(const Action& action) const {
    return read_named(file, name, [&] {
      const File again(file);
      const Dataset dataset(again, place, field);
      return action(dataset, again);
    });
  }
};

}  // namespace facet::hdf5
