#pragma once

#include <string>
#include <vector>

namespace facet {

/// The figures of several runs of one config, each with mean and standard deviation over the runs.
class SeedSummary {
 public:
  /// `evaluations` are evaluations of the runs as JSON, all of the same structure. A figure is a
  /// number there; it is named by the texts and ranges beside it. Throws Error where the
  /// evaluations differ in more than numbers.
  explicit SeedSummary(const std::vector<std::string>& evaluations);

  /// `figure`, `mean`, `deviation`, one line each.
  std::string to_table() const;
  /// The structure of an evaluation, with mean, standard_deviation and values for each number.
  const std::string& to_json() const { return json_; }

 private:
  struct Figure {
    std::string name;
    double mean = 0;
    double deviation = 0;  // of a sample: divided by n - 1; 0 for one run
  };
  std::vector<Figure> figures_;
  std::string json_;
};

}  // namespace facet
