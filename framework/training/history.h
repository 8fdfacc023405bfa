#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/observer.h"
#include "facet/stateful.h"

namespace facet {

/// Everything that the steps of a run reported, a row a step. A column that a step did not report
/// holds NaN there.
class History {
 public:
  void append(const Report& report);

  std::size_t size() const { return steps_.size(); }
  const std::vector<std::int64_t>& steps() const { return steps_; }
  std::vector<std::string> names() const;  ///< in the order in which they first came
  /// One value a row; throws Error that lists the columns when there is none of that name.
  const std::vector<double>& column(const std::string& name) const;
  /// `step,total,...`; full precision, empty where nothing was reported.
  std::string to_csv() const;

  /// `step` and one array a column, for a checkpoint; load takes them back.
  std::vector<NamedTensor> state() const;
  static History load(const std::vector<NamedTensor>& state);

 private:
  struct Column {
    std::string name;
    std::vector<double> values;
  };
  std::vector<std::int64_t> steps_;
  std::vector<Column> columns_;
};

}  // namespace facet
