#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/observer.h"
#include "facet/stateful.h"

namespace facet {

/// `objective1.loss`: the column of what a step tells of an objective.
FACET_API std::string column_of(std::size_t objective, const std::string& quantity);

/// Everything that the steps of a run reported, one row for each step. A column that a step did not
/// report holds NaN there.
///
/// What is appended stays on the device and is brought over now and then, many steps at once, and
/// when it is asked for. Called from one thread.
class FACET_API History {
 public:
  void append(const Report& report);

  std::size_t size() const { return steps_.size(); }
  const std::vector<std::int64_t>& steps() const { return steps_; }
  /// In the order in which they first came.
  std::vector<std::string> names() const;
  /// One value for each row; throws Error that lists the columns when there is none of that name.
  const std::vector<double>& column(const std::string& name) const;
  /// `step,total,...`; full precision, empty where nothing was reported.
  std::string to_csv() const;

  /// `step` and one array for each column, for a checkpoint; load takes them back.
  std::vector<NamedTensor> state() const;
  static History load(const std::vector<NamedTensor>& state);

 private:
  struct Column {
    std::string name;
    std::vector<double> values;
  };
  void read_pending() const;
  void append_row(const std::vector<Quantity>& quantities, const double* values) const;

  std::vector<std::int64_t> steps_;
  mutable std::vector<Column> columns_;                 // of the rows that were brought over
  mutable std::size_t num_read_ = 0;                    // how many these are
  mutable std::vector<std::vector<Quantity>> pending_;  // the rows after them
};

}  // namespace facet
