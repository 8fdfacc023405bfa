#include "framework/training/history.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "facet/error.h"

namespace facet {

namespace {

void append_number(std::string& text, double value) {
  if (std::isnan(value)) return;
  char buffer[32];
  text.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

template <class T>
std::vector<T> values_of(const at::Tensor& array) {
  const at::Tensor row = array.contiguous();
  return {row.data_ptr<T>(), row.data_ptr<T>() + row.numel()};
}

constexpr const char* step_array = "step";

}  // namespace

void History::append(const Report& report) {
  for (const Quantity& quantity : report.quantities) {
    const auto known = [&](const Column& column) { return column.name == quantity.name; };
    auto column = std::find_if(columns_.begin(), columns_.end(), known);
    if (column == columns_.end()) column = columns_.insert(column, {quantity.name, {}});
    column->values.resize(steps_.size(), std::numeric_limits<double>::quiet_NaN());
    column->values.push_back(quantity.value);
  }
  steps_.push_back(report.step);
  for (Column& column : columns_)
    column.values.resize(steps_.size(), std::numeric_limits<double>::quiet_NaN());
}

std::vector<std::string> History::names() const {
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name);
  return names;
}

const std::vector<double>& History::column(const std::string& name) const {
  for (const Column& column : columns_)
    if (column.name == name) return column.values;
  std::string known;
  for (const Column& column : columns_) known += (known.empty() ? "" : ", ") + column.name;
  throw Error("the history has no column '" + name + "'; it has: " + known);
}

std::string History::to_csv() const {
  std::string text = "step";
  for (const Column& column : columns_) text += "," + column.name;
  text += "\n";
  for (std::size_t row = 0; row < steps_.size(); ++row) {
    text += std::to_string(steps_[row]);
    for (const Column& column : columns_) {
      text += ",";
      append_number(text, column.values[row]);
    }
    text += "\n";
  }
  return text;
}

std::vector<NamedTensor> History::state() const {
  std::vector<NamedTensor> state = {{step_array, at::tensor(steps_, at::kLong)}};
  for (const Column& column : columns_)
    state.push_back({column.name, at::tensor(column.values, at::kDouble)});
  return state;
}

History History::load(const std::vector<NamedTensor>& state) {
  History history;
  for (const NamedTensor& own : state) {
    if (own.name == step_array)
      history.steps_ = values_of<std::int64_t>(own.tensor);
    else
      history.columns_.push_back({own.name, values_of<double>(own.tensor)});
  }
  return history;
}

}  // namespace facet
