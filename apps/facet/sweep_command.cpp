#include <filesystem>
#include <iostream>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/sweeping/judge_best.h"
#include "framework/sweeping/plan_sweep.h"
#include "framework/sweeping/run_sweep.h"
#include "framework/sweeping/slurm_script.h"
#include "interrupt.h"
#include "messages.h"
#include "opened_config.h"
#include "run_report.h"
#include "train_into.h"
#include "usage.h"

namespace facet {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

/// What the sweep in a folder was asked, and by what the best is to be chosen now.
SweepQuestion question_of(const SweepFolder& folder, const Given& given) {
  if (!folder.holds_sweep()) throw Error(folder.path() + ": holds no sweep: it has no sweep.toml");
  for (const char* option : {"grid", "random", "set", "draws", "seeds"})
    if (!given[option].defaulted())
      wrong_usage(std::string("--") + option + " cannot be given again: the sweep in " +
                  folder.path() + " goes on as it was asked");
  SweepQuestion question = read_sweep_question(folder.question());
  if (!given["best"].defaulted()) question.best = given["best"].as<std::string>();
  return question;
}

SweepQuestion new_question(const std::string& config, const Given& given) {
  SweepQuestion question;
  question.config = fs::absolute(config).lexically_normal();
  question.set = given["set"].as<Texts>();
  question.grid = given["grid"].as<Texts>();
  question.random = given["random"].as<Texts>();
  question.draws = given["draws"].as<std::int64_t>();
  question.seeds = given["seeds"].as<std::int64_t>();
  question.best = given["best"].as<std::string>();
  return question;
}

void require_counts(const Given& given) {
  for (const char* option : {"draws", "seeds", "jobs"})
    if (given[option].as<std::int64_t>() < 1)
      wrong_usage(std::string("--") + option + " must be at least 1");
}

void tell(const BestTrial& best, const SweepTable& table, const std::string& figure) {
  for (const std::string& warning : best.warnings) tell_warning(warning);
  std::cout << "\nbest: trial " << best.trial;
  for (std::size_t i = 0; i < table.keys.size(); ++i)
    std::cout << ", " << table.keys[i] << " = " << table.rows[best.trial].values[i];
  std::cout << '\n';
  std::vector<FigureSummary> told = {best.validation};
  told.back().path.insert(told.back().path.begin(), "validation");
  for (FigureSummary summary : best.test)
    if (to_string(summary.path) == figure) {
      summary.path.insert(summary.path.begin(), "test");
      told.push_back(summary);
    }
  std::cout << to_table(told);
}

/// Of each trial the run of the first seed, beside each other.
void write_report(const SweepFolder& folder, const SweepQuestion& question,
                  const Registry& registry) {
  std::vector<RunFolder> shown;
  for (const SweepRun& run : runs_of(question, make_trials(question)))
    if (run.seed == question.seed && folder.is_complete(run)) shown.push_back(folder.folder(run));
  if (!shown.empty()) write_run_report(folder.report(), shown, registry);
}

int run(const SweepFolder& folder, const SweepQuestion& question, Registry& registry,
        std::int64_t jobs, bool quiet) {
  SweepProgram program;
  program.facet = fs::read_symlink("/proc/self/exe");
  program.jobs = jobs;
  program.asked_to_end = Interrupt::asked_for;
  if (!quiet) program.note = [](const std::string& line) { std::cerr << line << '\n'; };
  const SweepEnd end = run_sweep(folder, question, program);
  if (end.stopped) {
    std::cerr << "stopped; the runs are saved, and the sweep goes on with: facet sweep "
              << folder.path() << " --resume\n";
    return exit_stopped;
  }
  const SweepTable table = read_sweep_table(folder, question, end.failures);
  write_text(folder.table(), to_csv(table));
  write_report(folder, question, registry);
  std::cout << folder.path() << '\n' << to_table(table, question.best);
  if (!question.best.empty())
    tell(judge_best(folder, question, table, registry), table, question.best);
  return end.failures.empty() ? exit_done : exit_failed;
}

int run_sweep_command(const Given& given) {
  require_counts(given);
  const std::string path = given["CONFIG"].as<std::string>();
  const bool resumed = given.count("resume") > 0;
  std::error_code unreadable;  // then reading it says why
  const bool is_sweep = fs::is_directory(path, unreadable);
  if (is_sweep && !resumed && !given.count("slurm"))
    wrong_usage(path + " is a folder: --resume goes on with the sweep in it");
  if (is_sweep && given.count("out"))
    wrong_usage("the sweep in " + path + " stays there: no --out");

  std::string place = path;
  if (!is_sweep) place = given.count("out") ? given["out"].as<std::string>() : new_folder(path);
  const SweepFolder folder(place);
  SweepQuestion question = is_sweep ? question_of(folder, given) : new_question(path, given);
  const Interrupt interrupt;
  const OpenedConfig opened = open_config(question.config, question.set);
  if (!is_sweep) question.seed = opened.config.training.seed;
  plan_sweep(folder, question, *opened.registry, resumed || is_sweep);
  const std::int64_t jobs = given["jobs"].as<std::int64_t>();
  if (!given.count("slurm"))
    return run(folder, question, *opened.registry, jobs, given.count("quiet") > 0);
  write_slurm_script(folder, question, jobs);
  std::cout << "sbatch " << folder.script() << '\n'
            << "facet sweep " << folder.path() << " --resume\n";
  return exit_done;
}

boost::program_options::typed_value<std::int64_t>* count_of(std::int64_t usual) {
  return po::value<std::int64_t>()->value_name("N")->default_value(usual);
}

}  // namespace

Command sweep_command() {
  Command command{"sweep", "runs with other values and seeds, in one table", {"CONFIG"}};
  command.description =
      "Runs of a config with other values and seeds, and their figures in one table. With "
      "--resume, CONFIG "
      "is the folder of a sweep: it goes on where it was stopped.";
  command.options.add_options()("grid", texts_of("KEY=V,V"),
                                "a key of the config and its values; of several, each with each")(
      "random", texts_of("KEY=LOW..HIGH"),
      "a key that is drawn, with :log after it evenly in its logarithm")(
      "draws", count_of(1), "of the random keys, for each combination of the grid")(
      "seeds", count_of(1), "runs of each trial, of the config's seed and those after it")(
      "jobs", count_of(1), "runs side by side, each with its share of the cores")(
      "best", text_of("FIGURE")->default_value("", ""),
      "chooses the trial with the best mean of a figure, such as 'decoding 0:4 position knn r2'")(
      "set", texts_of("KEY=VALUE"), "overrides a key for all trials; may be repeated")(
      "out", text_of("DIR"), "folder of the sweep (else a new one in runs/)")(
      "resume", "goes on with the sweep in the folder where it was stopped")(
      "slurm", "trains nothing: writes a job for Slurm")("quiet,q", "no progress");
  command.examples = {{"facet sweep run.toml --grid training.batch_size=128,256 --seeds 3 --jobs 2",
                       "six runs, two at a time"},
                      {"facet sweep runs/run-sweep --resume", "goes on"}};
  command.trains = true;
  command.run = run_sweep_command;
  return command;
}

}  // namespace facet
