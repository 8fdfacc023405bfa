#include "framework/training/history.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "facet/error.h"
#include "facet/text.h"

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
constexpr std::size_t rows_at_once = 100;

}  // namespace

std::string column_of(std::size_t objective, const std::string& quantity) {
  return "objective" + std::to_string(objective) + "." + quantity;
}

void History::append(const Report& report) {
  steps_.push_back(report.step);
  pending_.push_back(report.quantities);
  if (pending_.size() == rows_at_once) read_pending();
}

void History::read_pending() const {
  std::vector<Quantity> all;
  for (const auto& row : pending_) all.insert(all.end(), row.begin(), row.end());
  const std::vector<double> values = read_values(all);
  const double* next = values.data();
  for (const auto& row : std::exchange(pending_, {})) {
    append_row(row, next);
    next += row.size();
  }
}

void History::append_row(const std::vector<Quantity>& quantities, const double* values) const {
  const std::size_t row = num_read_;
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  for (std::size_t k = 0; k < quantities.size(); ++k) {
    const auto known = [&](const Column& column) { return column.name == quantities[k].name; };
    auto column = std::find_if(columns_.begin(), columns_.end(), known);
    if (column == columns_.end()) column = columns_.insert(column, {quantities[k].name, {}});
    column->values.resize(row, nothing);
    column->values.push_back(values[k]);
  }
  ++num_read_;
  for (Column& column : columns_) column.values.resize(num_read_, nothing);
}

std::vector<std::string> History::names() const {
  read_pending();
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name);
  return names;
}

const std::vector<double>& History::column(const std::string& name) const {
  read_pending();
  for (const Column& column : columns_)
    if (column.name == name) return column.values;
  throw Error("the history has no column '" + name + "'; it has: " + join(names()));
}

std::string History::to_csv() const {
  read_pending();
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
  read_pending();
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
  history.num_read_ = history.steps_.size();
  return history;
}

}  // namespace facet
