#include "tables.h"

#include "../attributes.h"
#include "../links.h"
#include "axis_names.h"
#include "facet/error.h"
#include "fixed_frame.h"
#include "pose.h"
#include "table_frame.h"

namespace facet::hdf5::pandas {

namespace {

std::string type_of(hid_t group) {
  return text_attribute(group, "pandas_type");
}

bool is_of_records(const std::string& type) {
  return type == "frame_table" || type == "series_table";
}

std::vector<Column> list_columns(hid_t file, const Place& place) {
  const Handle group(H5Gopen2(file, place.group.c_str(), H5P_DEFAULT), H5Gclose);
  const std::string type = type_of(group);
  if (is_of_records(type)) return list_table_frame(file, place);
  return type == "series" ? list_fixed_series(file, place) : list_fixed_frame(file, place);
}

/// DeepLabCut's rows of names: of the network, of parts, of coordinates.
bool has_body_parts(hid_t file, const Place& place) {
  return table_has_body_parts(file, place) || has_level(file, place, "axis0", "bodyparts");
}

FileArrays list_table(hid_t file, const Place& place, double likelihood) {
  const std::vector<Column> columns = list_columns(file, place);
  if (has_body_parts(file, place)) return list_pose(place, columns, likelihood);
  FileArrays arrays;
  for (const Column& column : columns) arrays.push_back(column.array);
  return arrays;
}

}  // namespace

bool is_table(hid_t group) {
  const std::string type = type_of(group);
  const char* member = is_of_records(type) ? "table" : type == "series" ? "values" : "axis0";
  if (!is_of_records(type) && type != "series" && type != "frame") return false;
  return has_link(group, member) || (type == "frame" && has_link(group, "axis0_level0"));
}

FileArrays list_tables(const std::string& path, hid_t file, const std::vector<std::string>& groups,
                       double likelihood) {
  FileArrays arrays;
  for (const std::string& group : groups) {
    const Place place{path, group, groups.size() > 1 ? group + "." : ""};
    try {
      const FileArrays table = list_table(file, place, likelihood);
      arrays.insert(arrays.end(), table.begin(), table.end());
    } catch (const Error& error) {
      arrays.push_back(FileArray::unreadable(group, error.what()));
    }
  }
  return arrays;
}

}  // namespace facet::hdf5::pandas
