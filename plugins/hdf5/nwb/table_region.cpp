#include "table_region.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <limits>

#include "../access.h"
#include "../attributes.h"
#include "../links.h"
#include "../plausible_size.h"
#include "../ragged.h"
#include "../text.h"
#include "attempt.h"
#include "group_locations.h"

namespace facet::nwb {

namespace {

using hdf5::Dataset;
using hdf5::Handle;

/// The table whose rows are named; to be closed.
hid_t table_of(hid_t region) {
  const Handle attribute(
      hdf5::has_attribute(region, "table") ? H5Aopen(region, "table", H5P_DEFAULT) : -1, H5Aclose);
  const Handle type(attribute < 0 ? -1 : H5Aget_type(attribute), H5Tclose);
  const Handle space(attribute < 0 ? -1 : H5Aget_space(attribute), H5Sclose);
  hobj_ref_t reference = 0;
  if (type < 0 || H5Tequal(type, H5T_STD_REF_OBJ) <= 0 ||
      H5Sget_simple_extent_npoints(space) != 1 || H5Aread(attribute, type, &reference) < 0)
    throw Error("does not say which table its rows are of");
  const hid_t table = H5Rdereference2(region, H5P_DEFAULT, H5R_OBJECT, &reference);
  if (table < 0 || H5Iget_type(table) != H5I_GROUP) {
    if (table >= 0) H5Oclose(table);
    throw Error("names rows of a table that is not there");
  }
  return table;
}

/// The first one that each row names, -1 where it names none.
at::Tensor named_rows(const Dataset& region, hid_t file, const std::string& index) {
  require_plausible_size(region);
  const at::Tensor named = region.read().to(at::kLong);
  if (index.empty()) return named;
  const at::Tensor ends = hdf5::read_ends(Dataset(file, index), named.size(0), "rows named");
  const at::Tensor begins = at::cat({at::zeros({1}, at::kLong), ends}).slice(0, 0, ends.size(0));
  if (named.numel() == 0) return at::full_like(ends, -1);
  const at::Tensor first = named.index_select(0, begins.clamp_max(named.size(0) - 1));
  return at::where(ends.gt(begins), first, at::full_like(ends, -1));
}

void require_rows(const at::Tensor& rows, std::int64_t there, bool some_name_none) {
  const bool right =
      !rows.lt(some_name_none ? -1 : 0).logical_or(rows.ge(there)).any().item<bool>();
  if (!right)
    throw Error("names rows that its table, which has " + std::to_string(there) + ", has not");
}

/// The rows of a region, and the column that they are taken of.
struct Column {
  hdf5::Source region;
  std::string index, column;

  template <class Take>
  auto read(const Take& take) const {
    return region.read([&](const Dataset& named, hid_t file) {
      const at::Tensor rows = named_rows(named, file, index);
      const Handle table(table_of(named.id()), H5Oclose);
      const Dataset values(table, column);
      require_rows(rows, values.shape().at(0), !index.empty());
      return take(rows, values);
    });
  }
};

TextValues taken(const at::Tensor& rows, const std::vector<std::string>& texts) {
  hdf5::TextRows taken;
  const std::int64_t* row = rows.data_ptr<std::int64_t>();
  for (std::int64_t i = 0; i < rows.size(0); ++i)
    taken.add(row[i] < 0 ? "" : texts.at(static_cast<std::size_t>(row[i])));
  return taken.values();
}

at::Tensor taken(const at::Tensor& rows, const at::Tensor& values) {
  const at::Tensor none = rows.lt(0);
  if (!none.any().item<bool>()) return values.index_select(0, rows);
  if (!values.is_floating_point())
    throw Error("has no value in some rows, and no number says so: they name no row of the table");
  if (values.numel() == 0)
    return at::full({rows.size(0)}, std::numeric_limits<double>::quiet_NaN(), values.options());
  return values.index_select(0, rows.clamp_min(0))
      .masked_fill(none, std::numeric_limits<double>::quiet_NaN());
}

std::vector<std::string> texts_of(const Dataset& dataset) {
  std::vector<std::string> texts;
  hdf5::each_text(dataset, [&](std::string_view text) { texts.emplace_back(text); });
  return texts;
}

void list_column(const Column& column, const Dataset& values, std::int64_t rows,
                 const ArrayFacts& facts, FileArrays& arrays) {
  const std::string& name = column.region.name;
  if (values.shape().size() != 1) return;
  if (values.is_text())
    arrays.push_back(FileArray::text(name, rows, [column] {
                       return column.read([](const at::Tensor& named, const Dataset& dataset) {
                         return taken(named, texts_of(dataset));
                       });
                     }).with(facts));
  else if (refers_to_locations(values))
    arrays.push_back(FileArray::text(name + ".location", rows, [column] {
                       return column.read([](const at::Tensor& named, const Dataset& dataset) {
                         return taken(named, read_locations(dataset));
                       });
                     }).with(facts));
  else if (values.why_unreadable().empty())
    arrays.push_back(FileArray(name, {rows}, values.type(), [column] {
                       return column.read([](const at::Tensor& named, const Dataset& dataset) {
                         return taken(named, dataset.read());
                       });
                     }).with(facts));
}

bool is_column(hid_t table, const std::string& name) {
  if (name == "id" || !hdf5::index_of(table, name).empty()) return false;
  const Handle object(H5Oopen(table, name.c_str(), hdf5::object_access()), H5Oclose);
  return object >= 0 && H5Iget_type(object) == H5I_DATASET &&
         hdf5::text_attribute(object, "neurodata_type") != "VectorIndex";
}

}  // namespace

void list_region(const hdf5::Source& source, const Dataset& listed, const std::string& index,
                 const ArrayFacts& facts, FileArrays& arrays) {
  const Handle file(H5Iget_file_id(listed.id()), H5Fclose);
  const std::vector<std::int64_t> shape =
      index.empty() ? listed.shape() : Dataset(file, index).shape();
  if (!listed.why_unreadable().empty() || listed.shape().size() != 1 || shape.size() != 1 ||
      !at::isIntegralType(listed.type(), false))
    throw Error("names no rows of a table");
  const Handle table(table_of(listed.id()), H5Oclose);
  for (const hdf5::Link& link : hdf5::links_of(table)) {
    if (!is_column(table, link.name)) continue;
    hdf5::Source region = source;
    region.name += "." + link.name;
    attempt(region.name, arrays, [&] {
      list_column({region, index, link.name}, Dataset(table, link.name), shape[0], facts, arrays);
    });
  }
}

}  // namespace facet::nwb
