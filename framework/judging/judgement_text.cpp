#include "framework/figures/figure_tables.h"
#include "framework/figures/figures_json.h"
#include "framework/judging/evaluate.h"

namespace facet {

std::string to_table(const RunJudgement& judgement) {
  std::vector<FigureColumn> columns = {{"R2", {"r2"}},
                                       {"R2 (1st)", {"r2_first"}},
                                       {"median error (1st)", {"median_error_first"}},
                                       {"median distance", {"median_distance"}},
                                       {"accuracy", {"accuracy"}},
                                       {"chosen", {"chosen"}, "", at_most_four_digits}};
  for (const std::string& baseline : steps_at(within(judgement.figures, "baselines"), 1))
    columns.push_back({baseline, {"r2", "accuracy"}, "baselines " + baseline});
  const std::string objectives =
      table_of_rows(judgement.figures, "objectives", {{"held-out", {"value"}}, {"bits", {"bits"}}});
  const std::string decoding = table_of_rows(judgement.figures, "decoding", columns);
  return objectives + (objectives.empty() || decoding.empty() ? "" : "\n") + decoding;
}

std::string to_json(const RunJudgement& judgement) {
  Table head{{"held_out", judgement.held_out}};
  if (!judgement.model.empty()) head.set("model", judgement.model);
  return to_json(judgement.figures, head);
}

}  // namespace facet
