#include "columns.h"

#include <algorithm>
#include <limits>
#include <variant>

#include "facet/error.h"
#include "facet/reader.h"

namespace facet::csv {

namespace {

constexpr const char* has_changed = "has changed since it was opened";
constexpr double least_ahead = 8e6, most_ahead = 128e6;  // bytes

/// Where the values of a column go.
using Place = std::variant<std::monostate, bool*, std::int64_t*, double*, TextColumn>;

Place place_of(const at::Tensor& values, bool is_text) {
  if (is_text) return TextColumn(values);
  if (values.scalar_type() == at::kBool) return values.data_ptr<bool>();
  if (values.scalar_type() == at::kLong) return values.data_ptr<std::int64_t>();
  return values.data_ptr<double>();
}

class ReadValues : public TableRows {
 public:
  ReadValues(const Table& table, const Missing& missing,
             std::map<std::size_t, ColumnValues>& columns)
      : TableRows(table.header),
        table_(table),
        missing_(missing),
        columns_(columns),
        places_(table.columns.size()) {
    for (const auto& [column, read] : columns)
      places_[column] = place_of(read.values, table.columns[column].is_text());
  }

  /// When all rows were taken.
  void finish() {
    for (auto& [column, read] : columns_)
      if (auto* text = std::get_if<TextColumn>(&places_[column])) read = text->finish();
  }

 private:
  void take_value(std::size_t column, std::string_view cell) override {
    Place& place = places_[column];
    if (place.index() == 0) return;
    if (num_rows() >= table_.num_rows) throw Error(has_changed);
    const auto row = static_cast<std::size_t>(num_rows());
    if (auto* text = std::get_if<TextColumn>(&place))
      text->add(num_rows(), missing_.contains(cell) ? std::string_view() : cell);
    else if (auto* const* booleans = std::get_if<bool*>(&place))
      (*booleans)[row] = as_listed(boolean_of(cell));
    else if (auto* const* integers = std::get_if<std::int64_t*>(&place))
      (*integers)[row] = as_listed(integer_of(cell));
    else
      std::get<double*>(place)[row] = missing_.contains(cell)
                                          ? std::numeric_limits<double>::quiet_NaN()
                                          : as_listed(number_of(cell));
  }

  template <class Number>
  static Number as_listed(const std::optional<Number>& number) {
    if (!number) throw Error(has_changed);
    return *number;
  }

  const Table& table_;
  const Missing& missing_;
  std::map<std::size_t, ColumnValues>& columns_;
  std::vector<Place> places_;
};

}  // namespace

Columns::Columns(Table table, Missing missing)
    : table_(std::move(table)),
      missing_(std::move(missing)),
      given_(table_.columns.size()),
      ahead_(least_ahead) {}

ColumnValues Columns::read_values(std::size_t column) {
  if (!read_.contains(column)) read_from(column);
  given_[column] = true;
  const ColumnValues& read = read_.at(column);
  if (!read.why_unreadable.empty())
    throw Error(table_.path + ": '" + table_.header.names[column] + "' " + read.why_unreadable);
  return read;
}

void Columns::read_from(std::size_t column) {
  read_.clear();
  std::map<std::size_t, ColumnValues> columns;
  double bytes = 0;
  const auto add = [&](std::size_t added) {
    columns[added].values = memory_for({table_.num_rows}, table_.columns[added].type);
    bytes += static_cast<double>(columns[added].values.nbytes());
  };
  try {
    add(column);
  } catch (const Error& error) {
    throw Error(table_.path + ": '" + table_.header.names[column] + "' " + error.what());
  }
  const double most = 8.0 * static_cast<double>(table_.num_rows);  // bytes of a column
  for (std::size_t next = column + 1; next < given_.size() && bytes + most <= ahead_; ++next)
    if (!given_[next] && table_.columns[next].why_unreadable.empty()) add(next);
  ReadValues values(table_, missing_, columns);
  parse(table_.path, table_.separator, values);
  if (values.num_rows() != table_.num_rows) throw Error(table_.path + ": " + has_changed);
  values.finish();
  read_ = std::move(columns);
  ahead_ = std::min(4 * ahead_, most_ahead);
}

}  // namespace facet::csv
