#include "framework/viewer/bin_labels.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <string>
#include <vector>

#include "framework/drawing/period.h"
#include "framework/viewer/packed_column.h"

namespace facet {

namespace {

nlohmann::json with_name(const std::string& name, nlohmann::json column) {
  column["name"] = name;
  return column;
}

nlohmann::json of_numbers(const std::string& name, nlohmann::json column) {
  if (const auto period = period_of({column.at("low"), column.at("high")}))
    column["period"] = *period;
  return with_name(name, std::move(column));
}

nlohmann::json of_classes(const std::string& name, const at::Tensor& numbers,
                          const std::vector<std::string>& classes) {
  nlohmann::json label = with_name(name, packed_classes(numbers));
  label["classes"] = classes;
  return label;
}

/// Of more classes than a column can hold the numbers themselves.
void add_discrete(nlohmann::json& labels, const Label& label) {
  const at::Tensor known = label.missing.defined() ? label.missing.logical_not()
                                                   : at::ones_like(label.values, at::kBool);
  const auto [values, places] = at::_unique(label.values.masked_select(known), true, true);
  if (values.size(0) > last_class)
    return labels.push_back(
        with_name(label.name, packed_column(label.values.to(at::kDouble), last_class)));
  std::vector<std::string> classes;
  for (std::int64_t i = 0; i < values.size(0); ++i) {
    const auto value = values[i].item<std::int64_t>();
    classes.push_back(label.classes.empty() ? std::to_string(value)
                                            : label.classes.at(static_cast<std::size_t>(value)));
  }
  const at::Tensor numbers = at::full_like(label.values, -1).masked_scatter(known, places);
  labels.push_back(of_classes(label.name, numbers, classes));
}

void add_continuous(nlohmann::json& labels, const Label& label) {
  for (std::int64_t column = 0; column < label.values.size(1); ++column)
    labels.push_back(of_numbers(
        label.name + (label.values.size(1) > 1 ? "[" + std::to_string(column) + "]" : ""),
        packed_column(label.values.select(1, column), steps_of_labels(label.values.size(0)))));
}

/// -1 in bins of none of them.
at::Tensor number_of_segment(const std::vector<Segment>& segments, std::int64_t size) {
  at::Tensor numbers = at::full({size}, -1, at::kLong);
  std::int64_t number = 0;
  for (const Segment& segment : segments)
    numbers.narrow(0, segment.begin, segment.size()).fill_(number++);
  return numbers;
}

std::vector<std::string> counted(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(std::to_string(i));
  return names;
}

void add_parts(nlohmann::json& labels, const Split& split, std::int64_t size) {
  at::Tensor part = number_of_segment(split.training, size).clamp_max(0);
  part.masked_fill_(number_of_segment(split.held_out, size).ge(0), 1);
  labels.push_back(of_classes("part", part, {"training", "held out"}));
}

}  // namespace

nlohmann::json bin_labels(const SplitEmbedding& run, const RunConfig& config) {
  const std::int64_t size = run.rows.embedding.size(0);
  nlohmann::json labels = nlohmann::json::array(), starts = nlohmann::json::array();
  for (const Label& label : run.rows.labels.all())
    label.kind == LabelKind::discrete ? add_discrete(labels, label) : add_continuous(labels, label);
  if (run.rows.session.defined()) {
    std::vector<std::string> names;
    for (const SessionConfig& session : config.data.session) names.push_back(session.name);
    labels.push_back(of_classes("session", run.rows.session, names));
  }
  if (!run.split.held_out.empty()) add_parts(labels, run.split, size);
  std::vector<Segment> segments = run.split.training;
  segments.insert(segments.end(), run.split.held_out.begin(), run.split.held_out.end());
  std::ranges::sort(segments, {}, &Segment::begin);
  for (const Segment& segment : segments) starts.push_back(segment.begin);
  if (segments.size() > 1)
    labels.push_back(
        of_classes("segment", number_of_segment(segments, size), counted(segments.size())));
  return {{"size", size}, {"starts", starts}, {"labels", labels}};
}

}  // namespace facet
