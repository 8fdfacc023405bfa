#include "pose.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <limits>

#include "facet/reader.h"

namespace facet::hdf5::pandas {

namespace {

struct Part {
  std::string name;
  FileArrays coordinates = {};
  std::vector<std::string> axes = {};  // of the coordinates
  std::optional<FileArray> likelihood = {};
  std::string why_unreadable = {};
};

void add_column(Part& part, const Column& column) {
  const FileArray& array = column.array;
  const std::string& axis = column.name.back();
  const bool is_number = array.why_unreadable().empty() && !array.is_text();
  if (part.why_unreadable.empty() && !is_number)
    part.why_unreadable = array.is_text() ? "holds text" : array.why_unreadable();
  if (axis == "likelihood") {
    part.likelihood = array;
  } else {
    part.coordinates.push_back(array);
    part.axes.push_back(axis);
  }
}

std::vector<Part> parts_of(const Place& place, const std::vector<Column>& columns) {
  std::vector<Part> parts;
  for (const Column& column : columns) {
    if (column.name.size() < 3) continue;  // the index
    const Name name(column.name.begin() + 1, column.name.end() - 1);
    const std::string part_name = place.prefix + joined(name);
    auto part = std::find_if(parts.begin(), parts.end(),
                             [&](const Part& known) { return known.name == part_name; });
    if (part == parts.end()) part = parts.insert(part, Part{part_name});
    add_column(*part, column);
  }
  return parts;
}

at::Tensor read_coordinates(const Part& part, double likelihood) {
  at::Tensor values =
      memory_for({part.coordinates[0].shape()[0], std::int64_t(part.axes.size())}, at::kDouble);
  for (std::size_t i = 0; i < part.coordinates.size(); ++i)
    values.select(1, std::int64_t(i)).copy_(part.coordinates[i].read());
  if (likelihood > 0)
    values.masked_fill_(part.likelihood->read().ge(likelihood).logical_not().unsqueeze(1),
                        std::numeric_limits<double>::quiet_NaN());
  return values;
}

void add_part(const Part& part, double likelihood, FileArrays& arrays) {
  const std::string likelihood_name = part.name + ".likelihood";
  std::string why = part.why_unreadable;
  if (likelihood > 0 && !part.likelihood && why.empty())
    why = "has no likelihood that the reader's option could be held against";
  if (!why.empty()) {
    if (!part.coordinates.empty()) arrays.push_back(FileArray::unreadable(part.name, why));
    if (part.likelihood) arrays.push_back(FileArray::unreadable(likelihood_name, why));
    return;
  }
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  if (part.likelihood && part.coordinates.empty())
    return arrays.push_back(part.likelihood->named(likelihood_name).with(facts));
  const FileArray& first = part.coordinates[0];
  ArrayFacts of_coordinates = facts;
  of_coordinates.columns = part.axes;
  if (part.axes == std::vector<std::string>{"x", "y"}) of_coordinates.unit = "px";
  arrays.push_back(
      FileArray(part.name, {first.shape()[0], std::int64_t(part.axes.size())}, at::kDouble, [=] {
        return read_coordinates(part, likelihood);
      }).with(of_coordinates));
  if (part.likelihood) arrays.push_back(part.likelihood->named(likelihood_name).with(facts));
}

}  // namespace

FileArrays list_pose(const Place& place, const std::vector<Column>& columns, double likelihood) {
  FileArrays arrays;
  for (const Part& part : parts_of(place, columns)) add_part(part, likelihood, arrays);
  return arrays;
}

}  // namespace facet::hdf5::pandas
