#include "ragged.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "access.h"
#include "attributes.h"
#include "plausible_size.h"
#include "unwritten.h"

namespace facet::hdf5 {

namespace {

bool is_index(hid_t file, const std::string& name) {
  if (H5Lexists(file, name.c_str(), object_access()) <= 0) return false;
  const Handle object(H5Oopen(file, name.c_str(), object_access()), H5Oclose);
  return object >= 0 && text_attribute(object, "neurodata_type") == "VectorIndex";
}

void require_ascending(const at::Tensor& ends, std::int64_t num_values, const std::string& what) {
  const std::int64_t* end = ends.data_ptr<std::int64_t>();
  for (std::int64_t row = 0, last = 0; row < ends.size(0); last = end[row++])
    if (end[row] < last)
      throw Error("cannot be cut into rows: the index runs backwards at row " +
                  std::to_string(row) + " (" + std::to_string(end[row]) + " after " +
                  std::to_string(last) + ")");
  const std::int64_t last = ends.size(0) == 0 ? 0 : end[ends.size(0) - 1];
  if (last != num_values)
    throw Error("cannot be cut into rows: the index ends at " + std::to_string(last) +
                ", there are " + std::to_string(num_values) + " " + what);
}

}  // namespace

std::string index_of(hid_t file, const std::string& column) {
  return is_index(file, column + "_index") ? column + "_index" : "";
}

at::Tensor read_ends(const Dataset& index, std::int64_t num_values, const std::string& what) {
  const std::string why = index.why_unreadable();
  if (!why.empty()) throw Error("cannot be cut into rows: the index " + why);
  if (index.shape().size() != 1 || !at::isIntegralType(index.type(), false))
    throw Error("cannot be cut into rows: the index is no row of whole numbers");
  require_plausible_size(index);
  const at::Tensor ends = index.read().to(at::kLong);
  require_ascending(ends, num_values, what);
  return ends;
}

RaggedValues read_ragged(const Source& source, const std::string& index, Rows rows,
                         const std::string& what) {
  return source.read([&](const Dataset& dataset, hid_t file) {
    const at::Tensor ends = read_ends(Dataset(file, index), dataset.shape().at(0), what);
    if (rows.end > ends.size(0)) throw Error("has fewer rows than before");
    const at::Tensor all = at::cat({at::zeros({1}, at::kLong), ends});
    const auto begin = all[rows.begin].item<std::int64_t>();
    const auto end = all[rows.end].item<std::int64_t>();
    tell_of_what_was_not_written(dataset, source.file, source.name);
    return RaggedValues{dataset.read_rows({begin, end}),
                        ends.slice(0, rows.begin, rows.end) - begin};
  });
}

FileArray list_ragged(const Source& source, const Dataset& listed, const std::string& index) {
  const Handle file(H5Iget_file_id(listed.id()), H5Fclose);
  std::vector<std::int64_t> shape = listed.shape();
  if (listed.is_text()) return FileArray::unreadable(source.name, "holds several texts in a row");
  if (!listed.why_unreadable().empty())
    return FileArray::unreadable(source.name, listed.why_unreadable());
  if (is_index(file, index + "_index"))
    return FileArray::unreadable(
        source.name, "holds rows of rows: '" + index + "_index' cuts what '" + index + "' has cut");
  const std::vector<std::int64_t> rows = Dataset(file, index).shape();
  if (rows.size() != 1 || shape.empty())
    return FileArray::unreadable(source.name, "cannot be cut into rows by '" + index + "'");
  shape[0] = rows[0];
  return FileArray::ragged(source.name, shape, listed.type(), [source, index](Rows part) {
    return read_ragged(source, index, part, "values");
  });
}

}  // namespace facet::hdf5
