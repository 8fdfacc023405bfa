#include "framework/figures/figure_tables.h"
#include "framework/judging/compare.h"

namespace facet {

namespace {

std::string matrix_table(const Figures& figures, const std::string& facet,
                         const std::string& measure, const std::string& what) {
  const std::string path = "facets " + facet + " " + measure;
  return facet + " " + what + ", mean " + four_digits(find_value(figures, path + "_mean").value()) +
         "\n" + table_of_matrix(within(figures, path), "from \\ to");
}

}  // namespace

std::string comparison_table(const Figures& figures) {
  std::string text;
  for (const std::string& facet : steps_at(figures, 1))
    text += (text.empty() ? "" : "\n") +
            matrix_table(figures, facet, "consistency", "consistency (R2)") + "\n" +
            matrix_table(figures, facet, "procrustes", "after rotation (R2)");
  return text;
}

}  // namespace facet
