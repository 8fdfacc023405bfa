#include "dynamic_table.h"

#include <ATen/Functions.h>

#include <algorithm>

#include "../access.h"
#include "../attributes.h"
#include "../links.h"
#include "../numbers.h"
#include "../ragged.h"
#include "../text.h"
#include "attempt.h"
#include "facet/text.h"
#include "facts.h"
#include "group_locations.h"
#include "spikes.h"
#include "table_region.h"

namespace facet::nwb {

namespace {

using hdf5::Dataset;
using Names = std::vector<std::string>;

/// A column of numbers, one in each row.
hdf5::Source number_column(const Object& table, hid_t file, const std::string& column,
                           std::int64_t rows) {
  const Dataset values = table.open(file, column);
  const std::string why = values.why_unreadable();
  if (!why.empty()) throw Error("has a column '" + column + "' that " + why);
  if (values.shape() != std::vector<std::int64_t>{rows})
    throw Error("has " + std::to_string(rows) + " rows, its column '" + column + "' is " +
                shape_text(values.shape()));
  return table.source(column, table.name);
}

FileArray list_intervals(const Object& table, hid_t file, std::int64_t rows) {
  const hdf5::Source starts = number_column(table, file, "start_time", rows);
  const hdf5::Source stops = number_column(table, file, "stop_time", rows);
  const auto read = [starts, stops](Rows part) {
    return at::stack({hdf5::read_numbers(starts, part).to(at::kDouble),
                      hdf5::read_numbers(stops, part).to(at::kDouble)},
                     1);
  };
  return FileArray::by_rows(table.name, {rows, 2}, at::kDouble, read)
      .with(facts(ArrayRole::intervals, "s"));
}

FileArray list_events(const Object& table, hid_t file, std::int64_t rows) {
  const hdf5::Source times = number_column(table, file, "timestamp", rows);
  const auto read = [times](Rows part) { return hdf5::read_numbers(times, part).to(at::kDouble); };
  return FileArray::by_rows(table.name, {rows}, at::kDouble, read)
      .with(facts(ArrayRole::events, "s"));
}

/// What the rows of a table are, and the columns that say it.
struct KindOfRows {
  Names columns;
  FileArray (*list)(const Object&, hid_t, std::int64_t);
};

const std::vector<KindOfRows>& kinds_of_rows() {
  static const std::vector<KindOfRows> kinds = {{{"spike_times"}, list_spikes},
                                                {{"start_time", "stop_time"}, list_intervals},
                                                {{"timestamp"}, list_events}};
  return kinds;
}

FileArray list_column_values(const hdf5::Source& source, const Dataset& listed,
                             const std::string& index) {
  if (!index.empty()) return hdf5::list_ragged(source, listed, index);
  if (listed.is_text()) return hdf5::list_text(source, listed);
  if (refers_to_locations(listed))
    return FileArray::text(source.name + ".location", listed.shape()[0], [source] {
      return source.read(
          [](const Dataset& dataset, hid_t) { return TextValues::of(read_locations(dataset)); });
    });
  const std::string why = listed.why_unreadable();
  return why.empty() ? hdf5::list_numbers(source, listed) : FileArray::unreadable(source.name, why);
}

void list_column(const Object& table, hid_t file, const std::string& column, std::int64_t rows,
                 ArrayFacts known, FileArrays& arrays) {
  const hdf5::Source source = table.source(column, table.name + "." + column);
  const Dataset listed = table.open(file, column);
  const std::string index = hdf5::index_of(file, source.place);
  if (hdf5::text_attribute(listed.id(), "neurodata_type") == "DynamicTableRegion")
    return list_region(source, listed, index, known, arrays);
  const FileArray array = list_column_values(source, listed, index);
  if (array.why_unreadable().empty() && (array.shape().empty() || array.shape()[0] != rows))
    throw Error("is " + shape_text(array.shape()) + ", '" + table.name + "' has " +
                std::to_string(rows) + " rows");
  const bool are_intervals = array.is_ragged() && array.type() == at::kDouble &&
                             array.shape() == std::vector<std::int64_t>{rows, 2};
  if (column == "obs_intervals" && are_intervals) {
    known.role = ArrayRole::intervals;
    known.unit = "s";
  }
  arrays.push_back(array.with(known));
}

Names columns_of(const Object& table, hid_t file) {
  const hdf5::Handle group(H5Oopen(file, table.place.c_str(), hdf5::object_access()), H5Oclose);
  Names columns;
  for (const hdf5::Link& link : hdf5::links_of(group)) {
    const hdf5::Handle object(H5Oopen(group, link.name.c_str(), hdf5::object_access()), H5Oclose);
    if (object >= 0 && (H5Iget_type(object) != H5I_DATASET ||
                        hdf5::text_attribute(object, "neurodata_type") == "VectorIndex"))
      continue;
    columns.push_back(link.name);
  }
  return columns;
}

}  // namespace

void list_table(const Object& table, hid_t file, FileArrays& arrays) {
  if (table.type == "PlaneSegmentation") return;  // told of by the series of its cells
  const std::vector<std::int64_t> ids = table.open(file, "id").shape();
  if (ids.size() != 1) throw Error("has no row of ids");
  Names columns = columns_of(table, file);
  ArrayFacts known;
  for (const KindOfRows& kind : kinds_of_rows()) {
    const auto has = [&](const std::string& name) { return table.has(file, name); };
    if (!std::all_of(kind.columns.begin(), kind.columns.end(), has)) continue;
    for (const std::string& column : kind.columns) std::erase(columns, column);
    known.of = table.name;
    attempt(table.name, arrays, [&] { arrays.push_back(kind.list(table, file, ids[0])); });
    break;
  }
  for (const std::string& column : columns)
    attempt(table.name + "." + column, arrays,
            [&] { list_column(table, file, column, ids[0], known, arrays); });
}

}  // namespace facet::nwb
