#include <nlohmann/json.hpp>

#include "framework/judging/compare.h"
#include "framework/metrics/number_table.h"

namespace facet {

namespace {

std::vector<std::vector<double>> rows_of(const at::Tensor& matrix) {
  const at::Tensor values = matrix.contiguous();
  std::vector<std::vector<double>> rows;
  for (std::int64_t i = 0; i < values.size(0); ++i) {
    const double* row = values.data_ptr<double>() + i * values.size(1);
    rows.emplace_back(row, row + values.size(1));
  }
  return rows;
}

/// Of different runs or sessions.
double mean_off_diagonal(const at::Tensor& matrix) {
  const auto n = static_cast<double>(matrix.size(0));
  return (matrix.sum() - matrix.trace()).item<double>() / (n * (n - 1));
}

std::string matrix_table(const std::string& what, const FeatureRange& facet,
                         const at::Tensor& matrix, const std::vector<std::string>& names) {
  std::vector<std::vector<std::string>> table = {{"from \\ to"}};
  table[0].insert(table[0].end(), names.begin(), names.end());
  const auto rows = rows_of(matrix);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    table.push_back({names[i]});
    for (const double value : rows[i]) table.back().push_back(number_cell(value));
  }
  return to_string(facet) + " " + what + ", mean " + number_cell(mean_off_diagonal(matrix)) + "\n" +
         number_table(table, 1);
}

}  // namespace

std::string to_table(const std::vector<FacetComparison>& comparisons,
                     const std::vector<std::string>& names) {
  std::string text;
  for (const FacetComparison& one : comparisons)
    text += (text.empty() ? "" : "\n") +
            matrix_table("consistency (R2)", one.facet, one.consistency, names) + "\n" +
            matrix_table("after rotation (R2)", one.facet, one.procrustes, names);
  return text;
}

std::string to_json(const std::vector<FacetComparison>& comparisons,
                    const std::vector<std::string>& names, const std::string& kind) {
  nlohmann::ordered_json json = {{kind, names}, {"facets", nlohmann::ordered_json::array()}};
  for (const FacetComparison& one : comparisons)
    json["facets"].push_back({{"facet", {one.facet.begin, one.facet.end}},
                              {"consistency", rows_of(one.consistency)},
                              {"consistency_mean", mean_off_diagonal(one.consistency)},
                              {"procrustes", rows_of(one.procrustes)},
                              {"procrustes_mean", mean_off_diagonal(one.procrustes)}});
  return json.dump(2) + "\n";
}

}  // namespace facet
