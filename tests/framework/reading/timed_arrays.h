#pragma once

#include <ATen/Functions.h>

#include <string>
#include <vector>

#include "facet/file_array.h"

namespace facet {

inline at::Tensor doubles(const std::vector<double>& values) {
  return at::tensor(values, at::kDouble);
}

/// Trains of events, one for each unit.
inline FileArray trains(const std::string& name, const std::vector<std::vector<double>>& units) {
  std::vector<at::Tensor> rows;
  ArrayFacts facts;
  facts.role = ArrayRole::events;
  for (std::size_t i = 0; i < units.size(); ++i) {
    rows.push_back(doubles(units[i]));
    facts.columns.push_back(std::to_string(10 * i));
  }
  const RaggedValues all = RaggedValues::of(rows);
  return FileArray::ragged(name, {static_cast<std::int64_t>(units.size())}, at::kDouble,
                           [all](Rows) { return all; })
      .with(facts);
}

inline FileArray sampled(const std::string& name, const at::Tensor& values, double rate,
                         double start = 0) {
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  facts.rate = rate;
  facts.start = start;
  return FileArray(name, values).with(facts);
}

inline FileArray at_times(const std::string& name, const at::Tensor& values,
                          const std::string& times) {
  ArrayFacts facts;
  facts.role = ArrayRole::samples;
  facts.times = times;
  return FileArray(name, values).with(facts);
}

inline FileArray intervals(const std::string& name, const std::vector<double>& begins_and_ends) {
  ArrayFacts facts;
  facts.role = ArrayRole::intervals;
  return FileArray(name, doubles(begins_and_ends).view({-1, 2})).with(facts);
}

inline FileArray texts(const std::string& name, const std::vector<std::string>& rows) {
  return FileArray::text(name, static_cast<std::int64_t>(rows.size()),
                         [rows] { return TextValues::of(rows); });
}

/// Of the rows of another array.
inline FileArray told_of(const std::string& of, const FileArray& array) {
  ArrayFacts facts;
  facts.of = of;
  return array.with(facts);
}

}  // namespace facet
