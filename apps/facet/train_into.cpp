#include "train_into.h"

#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "framework/files/files.h"
#include "framework/judging/evaluate.h"
#include "framework/judging/metrics_file.h"
#include "interrupt.h"
#include "messages.h"
#include "progress.h"
#include "run_report.h"

namespace facet {

namespace fs = std::filesystem;

TrainHooks console_hooks(const RunConfig& config, bool progress) {
  TrainHooks hooks;
  hooks.warning = tell_warning;
  hooks.end_asked = Interrupt::asked_for;
  if (!progress) return hooks;
  hooks.note = [](const std::string& line) { std::cerr << line << '\n'; };
  hooks.observers.push_back(std::make_shared<Progress>(std::cerr, isatty(STDERR_FILENO) == 1,
                                                       config.training.log_frequency));
  return hooks;
}

std::string new_folder(const std::string& config) {
  const std::string name = "runs/" + fs::path(config).stem().string();
  std::string folder = name;
  for (int i = 2; path_exists(folder); ++i) folder = name + "-" + std::to_string(i);
  return folder;
}

void tell_if_interrupted(const RunFolder& run, const TrainOutcome& outcome) {
  if (outcome.end != FitEnd::interrupted) return;
  std::cerr << "interrupted after " << outcome.steps << " steps; the run is saved, and goes on "
            << "with: facet train " << run.path() << " --resume\n";
}

namespace {

Figures judged(const RunFolder& run, const OpenedConfig& opened) {
  RunJudgement judgement = evaluate_run(run, opened.config, *opened.registry);
  for (const std::string& warning : judgement.warnings) tell_warning(warning);
  return std::move(judgement.figures);
}

}  // namespace

TrainFrom where_it_begins(const std::string& folder, TrainFrom from) {
  if (!resumes(from) || path_exists(RunFolder(folder).config())) return from;
  std::cerr << folder << " holds no run yet: it begins with the first step\n";
  return TrainFrom::first_step;
}

TrainOutcome train_into(const std::string& folder, OpenedConfig& opened, TrainFrom from,
                        const Told& told, const std::shared_ptr<Ranks>& ranks) {
  const RunFolder run(folder);
  const TrainOutcome outcome = train(opened.config, run, *opened.registry,
                                     console_hooks(opened.config, told.progress), from, ranks);
  if (!ranks->is_first()) return outcome;
  tell_if_interrupted(run, outcome);
  if (outcome.end == FitEnd::interrupted) return outcome;
  const Figures figures = told.judged ? judged(run, opened) : Figures();
  if (told.report) write_run_report(run.report(), {run}, *opened.registry, summarize({figures}));
  write_metrics(run, figures);
  return outcome;
}

}  // namespace facet
