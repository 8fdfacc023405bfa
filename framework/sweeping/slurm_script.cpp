#include "framework/sweeping/slurm_script.h"

#include <filesystem>

#include "framework/files/files.h"

namespace facet {

namespace {

/// As one word of a shell.
std::string word(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) quoted += letter == '\'' ? "'\\''" : std::string(1, letter);
  return quoted + "'";
}

/// Bash answers a signal while it waits, not while a program runs in front: so the run is behind.
constexpr const char* body = R"(
run=trial-$((SLURM_ARRAY_TASK_ID / seeds))/seed-$((first_seed + SLURM_ARRAY_TASK_ID % seeds))
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-${SLURM_CPUS_PER_TASK:-1}}
# It saves what it has, and ends with 75.
trap 'asked=yes; [ ! "$facet" ] || kill -USR1 $facet' USR1 TERM
"${FACET:-facet}" train "$sweep/$run.toml" --out "$sweep/$run" --resume --judge --quiet &
facet=$!
while asked=; wait $facet; code=$?; [ "$asked" ]; do :; done
if [ $code = 75 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
fi
exit $code
)";

}  // namespace

void write_slurm_script(const SweepFolder& folder, const SweepQuestion& question,
                        std::int64_t jobs) {
  const std::string sweep = std::filesystem::absolute(folder.path()).lexically_normal();
  const std::size_t num_runs = runs_of(question, make_trials(question)).size();
  std::string text = "#!/bin/bash\n";
  for (const std::string& option :
       {"array=0-" + std::to_string(num_runs - 1) + "%" + std::to_string(jobs),
        std::string("cpus-per-task=1"), std::string("signal=B:USR1@120"), std::string("requeue"),
        std::string("open-mode=append"), "output=" + word(sweep + "/slurm-%A_%a.log")})
    text += "#SBATCH --" + option + "\n";
  text += "\nsweep=" + word(sweep) + "\nseeds=" + std::to_string(question.seeds) +
          "\nfirst_seed=" + std::to_string(question.seed) + "\n" + body;
  write_text(folder.script(), text);
}

}  // namespace facet
