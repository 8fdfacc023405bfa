#include "hdf5_reader.h"

#include <c10/util/accumulate.h>

#include "dataset.h"
#include "facet/error.h"
#include "facet/warning.h"
#include "hdf5_file.h"
#include "ragged.h"

namespace facet {

namespace {

/// MATLAB's files of version 7.3 are HDF5, with rows and columns the other way round.
std::string why_unreadable(hid_t file, const std::string& name, const hdf5::Dataset& dataset) {
  if (dataset.has_attribute("MATLAB_class"))
    return "is a variable of MATLAB, whose rows and columns HDF5 gives the other way round: set "
           "[data] reader = \"mat\"";
  const std::string why = dataset.why_unreadable();
  return why.empty() ? hdf5::why_ragged(file, name) : why;
}

/// An acquisition that was cut off leaves them.
void tell_of_gaps(const hdf5::Dataset& dataset, const std::string& path, const std::string& name) {
  const auto written = dataset.written();
  const bool empty = c10::multiply_integers(dataset.shape()) == 0;
  if (written == hdf5::Dataset::Written::nothing && !empty)
    throw Error("was never written: all of it would be the fill value");
  if (written == hdf5::Dataset::Written::in_part)
    warn(path + ": '" + name +
         "' was written only in part: the rest reads as the fill value (select the bins that were "
         "recorded, by data.select or data.epochs)");
}

FileArray list_dataset(const std::string& path, hid_t file, const std::string& name) {
  const hdf5::Dataset listed(file, name);
  const std::string why = why_unreadable(file, name, listed);
  if (!why.empty()) return FileArray::unreadable(name, why);
  return {name, listed.shape(), listed.type(), [=] {
            return hdf5::read_named(path, name, [&] {
              const hdf5::File again(path);
              const hdf5::Dataset dataset(again, name);
              require_memory(dataset.shape(), dataset.type());
              tell_of_gaps(dataset, path, name);
              return dataset.read();
            });
          }};
}

}  // namespace

FileArrays Hdf5Reader::list(const std::string& path) const {
  const hdf5::File file(path);
  FileArrays arrays;
  const auto damaged = [&](const std::string& name, const std::string& why) {
    arrays.push_back(FileArray::unreadable(name, why));
  };
  const auto dataset = [&](const std::string& name) {
    try {
      arrays.push_back(list_dataset(path, file, name));
    } catch (const Error& error) {
      damaged(name, error.what());
    }
  };
  try {
    hdf5::visit(file, {[](hid_t, const std::string&) { return true; }, dataset, damaged});
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return arrays;
}

}  // namespace facet
