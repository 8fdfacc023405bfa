#include "framework/report/judge_runs.h"

#include "framework/judging/evaluate.h"

namespace facet {

std::vector<FigureSummary> judge_runs(const std::vector<RunFolder>& runs,
                                      const std::vector<RunConfig>& configs, Registry& registry,
                                      const Note& note) {
  std::vector<Figures> judgements;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    JudgingOptions options;
    options.note = note;
    const RunJudgement judgement = evaluate_run(runs[i], configs[i], registry, options);
    for (const std::string& warning : judgement.warnings)
      if (note) note("warning: " + warning);
    judgements.push_back(judgement.figures);
  }
  return summarize(judgements);
}

}  // namespace facet
