#include "hdf5_reader.h"

#include <c10/util/accumulate.h>

#include "dataset.h"
#include "facet/error.h"
#include "facet/warning.h"
#include "hdf5_file.h"
#include "pandas/tables.h"
#include "ragged.h"
#include "sleap/analysis.h"

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

void Hdf5Reader::Options::describe(OptionsDescription<Options>& options) {
  options
      .add("likelihood", &Options::likelihood,
           "of DeepLabCut's tables: where a part's likelihood is less, its coordinates are NaN")
      .at_least(0)
      .at_most(1);
}

FileArrays Hdf5Reader::list(const std::string& path) const {
  const hdf5::File file(path);
  FileArrays arrays;
  std::vector<std::string> tables;  // of pandas
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
  const auto enter = [&](hid_t group, const std::string& name) {
    if (!hdf5::pandas::is_table(group)) return true;
    tables.push_back(name);
    return false;
  };
  if (hdf5::sleap::is_analysis(file)) return hdf5::sleap::list_analysis(path, file);
  try {
    hdf5::visit(file, {enter, dataset, damaged});
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  const FileArrays columns = hdf5::pandas::list_tables(path, file, tables, options_.likelihood);
  arrays.insert(arrays.end(), columns.begin(), columns.end());
  return arrays;
}

}  // namespace facet
