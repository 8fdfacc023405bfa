#include "fixed_frame.h"

#include <algorithm>

#include "../attributes.h"
#include "../hdf5_file.h"
#include "../links.h"
#include "axis_names.h"
#include "facet/error.h"

namespace facet::hdf5::pandas {

namespace {

constexpr const char* pickled =
    "is a pickle, which only Python reads: write text by to_hdf(..., format=\"table\")";

bool is_vlen(const Dataset& dataset) {
  const Handle type(H5Dget_type(dataset.id()), H5Tclose);
  return H5Tget_class(type) == H5T_VLEN;
}

/// The values that a dataset of the table holds, as columns of these names.
void add_dataset(hid_t file, const Place& place, const std::string& dataset_name,
                 const std::vector<Name>& names, const char* type_attribute,
                 std::vector<Column>& columns) {
  const std::string path = place.group + "/" + dataset_name;
  try {
    const Dataset dataset(file, path);
    std::string why = dataset.missing_filter();
    if (is_vlen(dataset)) why = pickled;
    if (has_attribute(dataset.id(), "shape")) why = "is empty";
    const auto block = why.empty() ? block_of(place.path, dataset, path, "",
                                              text_attribute(dataset.id(), type_attribute))
                                   : std::nullopt;
    if (why.empty() && !block) why = "is of a type that holds neither numbers nor text";
    add_columns(place, names, block, why, columns);
  } catch (const Error& error) {
    add_columns(place, names, std::nullopt, error.what(), columns);
  }
}

/// `axis1` of a frame, `index` of a series.
void add_index(hid_t file, const Place& place, const std::string& axis,
               std::vector<Column>& columns) {
  const Handle group(H5Gopen2(file, place.group.c_str(), H5P_DEFAULT), H5Gclose);
  if (text_attribute(group, (axis + "_variety").c_str()) == "multi")
    return add_columns(place, {{"index"}}, std::nullopt,
                       "has several columns: write df.reset_index()", columns);
  std::string name;
  try {
    name = text_attribute(Dataset(file, place.group + "/" + axis).id(), "name");
  } catch (const Error&) {  // told of the column
  }
  const bool is_none = name.empty() || name == "N.";  // pickled
  add_dataset(file, place, axis, {{is_none ? "index" : name}}, "kind", columns);
}

void add_block(hid_t file, const Place& place, const std::string& block,
               std::vector<Column>& columns) {
  try {
    const std::vector<Name> names = axis_names(file, place, block + "_items");
    add_dataset(file, place, block + "_values", names, "value_type", columns);
  } catch (const Error& error) {
    columns.push_back(
        {{block},
         FileArray::unreadable(place.prefix + block,
                               std::string("has column names that ") + error.what())});
  }
}

}  // namespace

std::vector<Column> list_fixed_frame(hid_t file, const Place& place) {
  constexpr std::int64_t most_blocks = 10000;
  const Handle group(H5Gopen2(file, place.group.c_str(), H5P_DEFAULT), H5Gclose);
  std::vector<Column> columns, all;
  const std::int64_t count = number_attribute(group, "nblocks").value_or(0);
  for (std::int64_t i = 0; i < std::min(count, most_blocks); ++i) {
    const std::string block = "block" + std::to_string(i);
    if (!has_link(group, block + "_values")) break;
    add_block(file, place, block, columns);
  }
  try {
    sort_columns(columns, axis_names(file, place, "axis0"));
  } catch (const Error&) {  // told of the columns
  }
  add_index(file, place, "axis1", all);
  all.insert(all.end(), columns.begin(), columns.end());
  return all;
}

std::vector<Column> list_fixed_series(hid_t file, const Place& place) {
  const Handle group(H5Gopen2(file, place.group.c_str(), H5P_DEFAULT), H5Gclose);
  const std::string name = text_attribute(group, "name");
  const bool is_none = name.empty() || name == "N.";  // pickled
  std::vector<Column> columns;
  add_index(file, place, "index", columns);
  add_dataset(file, place, "values", {{is_none ? "values" : name}}, "value_type", columns);
  return columns;
}

}  // namespace facet::hdf5::pandas
