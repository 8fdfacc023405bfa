#include "framework/judging/train_seeds.h"

#include <filesystem>

#include "framework/figures/figures_json.h"
#include "framework/files/files.h"
#include "framework/judging/evaluate.h"

namespace facet {

SeedRuns train_seeds(const RunConfig& config, const std::string& folder, std::int64_t num_seeds,
                     Registry& registry, const std::function<TrainHooks()>& hooks_of_run,
                     TrainFrom from) {
  SeedRuns runs;
  std::vector<Figures> figures;
  FigurePath seeds;
  bool held_out = false;
  for (std::int64_t i = 0; i < num_seeds; ++i) {
    RunConfig with_seed = config;
    const std::int64_t seed = with_seed.training.seed += i;
    const RunFolder run(folder + "/seed-" + std::to_string(seed));
    const bool begun = std::filesystem::exists(run.config());
    runs.folders.push_back(run);
    runs.outcome =
        train(with_seed, run, registry, hooks_of_run(), begun ? from : TrainFrom::first_step);
    if (runs.outcome.end == FitEnd::interrupted) return runs;
    RunJudgement judgement = evaluate_run(run, with_seed, registry);
    held_out = judgement.held_out;
    figures.push_back(std::move(judgement.figures));
    seeds.push_back({"seed", seed});
  }
  runs.summary = summarize(figures);
  write_text(folder + "/seeds.json",
             to_json(to_figures(runs.summary, seeds), {{"held_out", held_out}}));
  return runs;
}

}  // namespace facet
