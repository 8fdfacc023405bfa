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
using Place = std::variant<std::monostate, bool*, std::int64_t*, double*>;

Place place_of(const at::Tensor& values) {
  if (values.scalar_type() == at::kBool) return values.data_ptr<bool>();
  if (values.scalar_type() == at::kLong) return values.data_ptr<std::int64_t>();
  return values.data_ptr<double>();
}

class ReadValues : public TableRows {
 public:
  ReadValues(const Table& table, const Missing& missing,
             const std::map<std::size_t, at::Tensor>& columns)
      : TableRows(table.header), table_(table), missing_(missing), places_(table.columns.size()) {
    for (const auto& [column, values] : columns) places_[column] = place_of(values);
  }

 private:
  void take_value(std::size_t column, std::string_view cell) override {
    const Place& place = places_[column];
    if (place.index() == 0) return;
    if (num_rows() >= table_.num_rows) throw Error(has_changed);
    const auto row = static_cast<std::size_t>(num_rows());
    if (auto* const* booleans = std::get_if<bool*>(&place))
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
  std::vector<Place> places_;
};

}  // namespace

Columns::Columns(Table table, Missing missing)
    : table_(std::move(table)),
      missing_(std::move(missing)),
      given_(table_.columns.size()),
      ahead_(least_ahead) {}

at::Tensor Columns::read(std::size_t column) {
  if (!read_.contains(column)) read_from(column);
  given_[column] = true;
  return read_.at(column);
}

void Columns::read_from(std::size_t column) {
  read_.clear();
  std::map<std::size_t, at::Tensor> columns;
  double bytes = 0;
  const auto add = [&](std::size_t added) {
    columns[added] = memory_for({table_.num_rows}, table_.columns[added].type);
    bytes += static_cast<double>(columns[added].nbytes());
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
  read_ = std::move(columns);
  ahead_ = std::min(4 * ahead_, most_ahead);
}

}  // namespace facet::csv
