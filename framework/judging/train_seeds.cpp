#include "framework/judging/train_seeds.h"

#include <exception>

#include "facet/error.h"
#include "framework/assembly/warnings.h"
#include "framework/figures/figures_json.h"
#include "framework/files/files.h"
#include "framework/judging/evaluate.h"
#include "framework/judging/metrics_file.h"
#include "framework/run/old_run.h"

namespace facet {

namespace {

std::string seed_folder(const std::string& folder, std::int64_t seed) {
  return folder + "/seed-" + std::to_string(seed);
}

void set_texts(Table& table, const std::string& key, const std::vector<std::string>& texts) {
  if (!texts.empty()) table.set(key, Value::List(texts.begin(), texts.end()));
}

/// The judgements of the runs, and which seed each is of.
struct Judgements {
  std::vector<Figures> figures;
  FigurePath seeds;
  Value::List models;
  Warnings warnings;
  bool held_out = false;

  void add(RunJudgement judgement, std::int64_t seed) {
    held_out = judgement.held_out;
    models.emplace_back(judgement.model);
    warnings.add(judgement.warnings);
    figures.push_back(std::move(judgement.figures));
    seeds.push_back({"seed", seed});
  }
};

}  // namespace

SeedRuns train_seeds(const RunConfig& config, const std::string& folder, std::int64_t num_seeds,
                     Registry& registry, const std::function<TrainHooks()>& hooks_of_run,
                     TrainFrom from) {
  RunPlace place(folder, old_run(from), config);
  SeedRuns runs;
  Judgements judgements;
  std::exception_ptr first_failure;
  for (std::int64_t i = 0; i < num_seeds; ++i) {
    RunConfig with_seed = config;
    const std::int64_t seed = with_seed.training.seed += i;
    const RunFolder run(seed_folder(place.path(), seed));
    const bool goes_on = resumes(from) && path_exists(run.config());
    TrainHooks hooks = hooks_of_run();
    hooks.saved = [&place, saved = std::move(hooks.saved)] {
      place.keep();
      if (saved) saved();
    };
    runs.folders.emplace_back(seed_folder(folder, seed));
    try {
      runs.outcome = train(with_seed, run, registry, hooks, goes_on ? from : TrainFrom::first_step);
      if (runs.outcome.end == FitEnd::interrupted) return runs;
      RunJudgement judgement = evaluate_run(run, with_seed, registry);
      write_metrics(run, judgement.figures);
      judgements.add(std::move(judgement), seed);
    } catch (const OptionsError&) {
      throw;  // a mistake in the config is one for every seed
    } catch (const std::exception& error) {
      runs.failures.push_back("seed " + std::to_string(seed) + ": " + error.what());
      if (!first_failure) first_failure = std::current_exception();
    }
  }
  if (judgements.figures.empty() && first_failure) std::rethrow_exception(first_failure);
  runs.summary = summarize(judgements.figures);
  runs.warnings = judgements.warnings.all();
  Table head{{"held_out", judgements.held_out}, {"models", judgements.models}};
  set_texts(head, "failures", runs.failures);
  set_texts(head, "warnings", runs.warnings);
  write_text(place.path() + "/seeds.json",
             to_json(to_figures(runs.summary, judgements.seeds), head));
  return runs;
}

}  // namespace facet
