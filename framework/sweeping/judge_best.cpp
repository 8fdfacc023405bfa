#include "framework/sweeping/judge_best.h"

#include "facet/error.h"
#include "framework/config/config_file.h"
#include "framework/judging/evaluate.h"
#include "framework/judging/metrics_file.h"
#include "framework/sweeping/best_trial.h"

namespace facet {

namespace {

bool has_test_part(const DataConfig& data) {
  bool all = true;
  for_each_recording(data, [&](const RecordingConfig& own, const std::string&) {
    all = all && (own.test || own.test_from);
  });
  return all;
}

/// The figures of each run of the trial on the test part.
std::vector<Figures> judge_on_test(const SweepFolder& folder, const SweepQuestion& question,
                                   BestTrial& best, Registry& registry) {
  std::vector<Figures> figures;
  for (std::int64_t i = 0; i < question.seeds; ++i) {
    const RunFolder run = folder.folder({best.trial, question.seed + i});
    const RunConfig config = read_run_config(run.config(), {}, registry);
    if (!has_test_part(config.data)) {
      best.warnings.push_back(
          "nothing but validation is held out, and by that the best was chosen: its figures are "
          "better than those on new data; set data.test or data.test_from");
      return {};
    }
    JudgingOptions options;
    options.test = true;
    RunJudgement judgement = evaluate_run(run, config, registry, options);
    best.warnings.insert(best.warnings.end(), judgement.warnings.begin(), judgement.warnings.end());
    figures.push_back(std::move(judgement.figures));
  }
  return figures;
}

void append(Figures& figures, const std::string& part, const FigureSummary& summary) {
  const std::string name = part + " " + to_string(summary.path);
  figures.push_back({{PathStep(name + " mean")}, summary.mean()});
  figures.push_back({{PathStep(name + " deviation")}, summary.deviation()});
}

}  // namespace

BestTrial judge_best(const SweepFolder& folder, const SweepQuestion& question,
                     const SweepTable& table, Registry& registry) {
  const std::optional<std::size_t> trial = best_trial(table, question.best);
  if (!trial)
    throw Error(folder.path() + ": no trial is whole and has a finite '" + question.best +
                "', so none is the best");
  BestTrial best{*trial, *table.rows[*trial].find(question.best), {}, {}};
  best.test = summarize(judge_on_test(folder, question, best, registry));
  Figures figures = {{{"trial"}, static_cast<double>(best.trial)}};
  append(figures, "validation", best.validation);
  for (const FigureSummary& summary : best.test) append(figures, "test", summary);
  write_flat_figures(folder.metrics(), figures);
  return best;
}

}  // namespace facet
