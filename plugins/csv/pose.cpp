#include "pose.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "facet/error.h"

namespace facet::csv {

namespace {

struct Part {
  std::string name;
  std::vector<std::size_t> coordinates;  // columns
  std::optional<std::size_t> likelihood;
  std::string why_unreadable;
};

void add_column(Part& part, const Table& table, std::size_t column) {
  const std::string& coordinate = table.header.pose[column].coordinate;
  const auto same = [&](std::size_t other) {
    return table.header.pose[other].coordinate == coordinate;
  };
  const bool is_likelihood = coordinate == "likelihood";
  const bool twice = is_likelihood
                         ? part.likelihood.has_value()
                         : std::any_of(part.coordinates.begin(), part.coordinates.end(), same);
  if (twice) part.why_unreadable = "has two columns '" + coordinate + "'";
  if (is_likelihood)
    part.likelihood = column;
  else
    part.coordinates.push_back(column);
  const Column& known = table.columns[column];
  const std::string why = known.is_text()
                              ? "holds " + known.first_text + ": coordinates must be numbers"
                              : known.why_unreadable;
  if (!why.empty() && part.why_unreadable.empty()) part.why_unreadable = why;
}

/// Places in an image are pixels, those in space are of the unit in which the cameras were set.
ArrayFacts facts_of(const Part& part, const Table& table) {
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  for (const std::size_t column : part.coordinates)
    facts.columns.push_back(table.header.pose[column].coordinate);
  if (facts.columns == std::vector<std::string>{"x", "y"}) facts.unit = "px";
  return facts;
}

std::vector<Part> parts_of(const Table& table) {
  std::vector<Part> parts;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const std::string& name = table.header.pose[column].part;
    if (name.empty()) continue;
    auto part = std::find_if(parts.begin(), parts.end(),
                             [&](const Part& known) { return known.name == name; });
    if (part == parts.end()) part = parts.insert(part, {name, {}, {}, {}});
    add_column(*part, table, column);
  }
  return parts;
}

at::Tensor read_coordinates(Columns& columns, const Part& part, double likelihood) {
  const auto count = static_cast<std::int64_t>(part.coordinates.size());
  at::Tensor values;
  try {
    values = memory_for({columns.table().num_rows, count}, at::kDouble);
  } catch (const Error& error) {
    throw Error(columns.table().path + ": '" + part.name + "' " + error.what());
  }
  for (std::int64_t i = 0; i < count; ++i)
    values.select(1, i).copy_(columns.read(part.coordinates[static_cast<std::size_t>(i)]));
  if (likelihood > 0)
    values.masked_fill_(columns.read(*part.likelihood).ge(likelihood).logical_not().unsqueeze(1),
                        std::numeric_limits<double>::quiet_NaN());
  return values;
}

}  // namespace

FileArrays list_pose(const std::shared_ptr<Columns>& columns, double likelihood) {
  const std::int64_t num_frames = columns->table().num_rows;
  FileArrays arrays;
  ArrayFacts likelihood_facts;
  likelihood_facts.role = ArrayRole::samples;
  for (Part& part : parts_of(columns->table())) {
    const auto count = static_cast<std::int64_t>(part.coordinates.size());
    if (likelihood > 0 && !part.likelihood && part.why_unreadable.empty())
      part.why_unreadable = "has no likelihood that the reader's option could be held against";
    const auto add = [&](const std::string& name, std::vector<std::int64_t> shape, ArrayFacts facts,
                         FileArray::Read read) {
      arrays.push_back(part.why_unreadable.empty()
                           ? FileArray(name, std::move(shape), at::kDouble, std::move(read))
                                 .with(std::move(facts))
                           : FileArray::unreadable(name, part.why_unreadable));
    };
    if (count > 0)
      add(part.name, {num_frames, count}, facts_of(part, columns->table()),
          [=] { return read_coordinates(*columns, part, likelihood); });
    if (part.likelihood)
      add(part.name + ".likelihood", {num_frames}, likelihood_facts,
          [=] { return columns->read(*part.likelihood).to(at::kDouble); });
  }
  return arrays;
}

}  // namespace facet::csv
