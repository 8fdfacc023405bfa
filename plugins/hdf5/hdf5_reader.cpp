#include "hdf5_reader.h"

#include "attributes.h"
#include "dataset.h"
#include "facet/error.h"
#include "hdf5_file.h"
#include "numbers.h"
#include "pandas/tables.h"
#include "ragged.h"
#include "sleap/analysis.h"
#include "text.h"
#include "variable_rows.h"

namespace facet {

namespace {

/// MATLAB's files of version 7.3 are HDF5, with rows and columns the other way round.
constexpr const char* of_matlab =
    "is a variable of MATLAB, whose rows and columns HDF5 gives the other way round: set "
    "[data] reader = \"mat\"";

FileArray list_array(const hdf5::Source& source, hid_t file, const hdf5::Dataset& listed) {
  const std::string index = hdf5::index_of(file, source.place);
  if (!index.empty()) return hdf5::list_ragged(source, listed, index);
  if (listed.is_text()) return hdf5::list_text(source, listed);
  if (hdf5::has_variable_rows(listed)) return hdf5::list_variable_rows(source, listed);
  const std::string why = listed.why_unreadable();
  return why.empty() ? hdf5::list_numbers(source, listed) : FileArray::unreadable(source.name, why);
}

FileArray list_field(const hdf5::Source& source, hid_t file) {
  const hdf5::Dataset listed(file, source.place, source.field);
  if (listed.is_text()) return FileArray::unreadable(source.name, "holds text in records");
  const std::string why = listed.why_unreadable();
  return why.empty() ? hdf5::list_numbers(source, listed) : FileArray::unreadable(source.name, why);
}

ArrayFacts facts_of(const hdf5::Dataset& dataset) {
  ArrayFacts facts;
  facts.unit = hdf5::text_attribute(dataset.id(), "unit");
  if (facts.unit.empty()) facts.unit = hdf5::text_attribute(dataset.id(), "units");
  return facts;
}

void list_dataset(const std::string& path, hid_t file, const std::string& name,
                  FileArrays& arrays) {
  const hdf5::Dataset listed(file, name);
  if (hdf5::has_attribute(listed.id(), "MATLAB_class"))
    return arrays.push_back(FileArray::unreadable(name, of_matlab));
  const std::vector<std::string> fields = listed.fields();
  for (const std::string& field : fields)
    arrays.push_back(list_field({path, name, name + "." + field, field}, file));
  if (fields.empty())
    arrays.push_back(list_array({path, name, name}, file, listed).with(facts_of(listed)));
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
      list_dataset(path, file, name, arrays);
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
