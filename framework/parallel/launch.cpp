#include "framework/parallel/launch.h"

#include <charconv>
#include <cstdlib>

#include "facet/error.h"
#include "framework/parallel/node_list.h"

namespace facet {

namespace {

constexpr const char* how_to_start =
    "; start it with torchrun, srun or mpirun, or all ranks on this machine with facet train "
    "CONFIG --ranks N (docs/ranks.md)";

std::string required(const Variables& variables, const std::string& name, const std::string& why) {
  if (const auto value = variables(name)) return *value;
  throw Error(name + " is not set in the environment: " + why + how_to_start);
}

std::int64_t whole_number(const std::string& name, const std::string& text, std::int64_t least,
                          std::int64_t most) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc{} && rest == end && number >= least && number <= most) return number;
  throw Error(name + " in the environment must be a whole number from " + std::to_string(least) +
              " to " + std::to_string(most) + ", got '" + text + "'");
}

/// The variables in which a program that starts ranks tells them their places.
struct Launcher {
  std::string rank, size, local_rank;
  std::string sets_size;  ///< where only the rank is there
};

const Launcher torchrun{"RANK", "WORLD_SIZE", "LOCAL_RANK", "torchrun sets it beside RANK"};
const Launcher mpirun{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_LOCAL_RANK",
                      "mpirun sets it beside OMPI_COMM_WORLD_RANK"};
const Launcher srun{"SLURM_PROCID", "SLURM_STEP_NUM_TASKS", "SLURM_LOCALID",
                    "srun sets it for each of its tasks, a batch script by itself has none"};

constexpr std::int64_t most_ranks = 1'000'000;

Launch place_by(const Launcher& launcher, const Variables& variables) {
  Launch launch;
  launch.size = whole_number(launcher.size, required(variables, launcher.size, launcher.sets_size),
                             1, most_ranks);
  launch.rank = whole_number(launcher.rank, *variables(launcher.rank), 0, launch.size - 1);
  if (const auto local = variables(launcher.local_rank))
    launch.local_rank = whole_number(launcher.local_rank, *local, 0, launch.size - 1);
  return launch;
}

void set_port(Launch& launch, const std::string& text) {
  launch.port = static_cast<std::uint16_t>(whole_number("MASTER_PORT", text, 1, 65535));
}

Launch launch_by_torchrun(const Variables& variables) {
  Launch launch = place_by(torchrun, variables);
  if (launch.size == 1) return launch;
  const std::string why = "torchrun sets it, the address of rank 0";
  launch.host = required(variables, "MASTER_ADDR", why);
  set_port(launch, required(variables, "MASTER_PORT", why));
  launch.launcher_holds_store = variables("TORCHELASTIC_USE_AGENT_STORE") == "True";
  if (launch.launcher_holds_store)
    launch.prefix =
        "/worker/attempt_" + variables("TORCHELASTIC_RESTART_COUNT").value_or("0") + "/facet";
  return launch;
}

constexpr const char* usual_port = "29500";

Launch launch_by_mpirun(const Variables& variables) {
  Launch launch = place_by(mpirun, variables);
  if (launch.size == 1) return launch;
  launch.host = required(variables, "MASTER_ADDR",
                         "mpirun hands it on with -x MASTER_ADDR=HOST, the host of rank 0");
  set_port(launch, variables("MASTER_PORT").value_or(usual_port));
  return launch;
}

/// The same on all ranks, and another one for most jobs that share a host.
std::string port_of_job(const Variables& variables) {
  const auto job = variables("SLURM_JOB_ID");
  if (!job) return usual_port;
  const std::int64_t number = whole_number("SLURM_JOB_ID", *job, 0, INT64_MAX);
  return std::to_string(10'000 + number % 20'000);
}

Launch launch_by_srun(const Variables& variables) {
  Launch launch = place_by(srun, variables);
  if (launch.size == 1) return launch;
  if (const auto host = variables("MASTER_ADDR"))
    launch.host = *host;
  else
    launch.host = first_host(
        required(variables, "SLURM_STEP_NODELIST", "srun sets it, and MASTER_ADDR is not set"));
  set_port(launch, variables("MASTER_PORT").value_or(port_of_job(variables)));
  return launch;
}

}  // namespace

std::optional<std::string> own_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (!value || !*value) return {};
  return value;
}

Launch launch_of(const Variables& variables) {
  if (variables(torchrun.rank)) return launch_by_torchrun(variables);
  if (variables(mpirun.rank)) return launch_by_mpirun(variables);  // which may stand on srun
  if (variables(srun.rank)) return launch_by_srun(variables);
  throw Error(
      "nothing in the environment says which rank this process is: neither RANK and WORLD_SIZE, as "
      "torchrun sets them, nor SLURM_PROCID and SLURM_STEP_NUM_TASKS (srun), nor "
      "OMPI_COMM_WORLD_RANK and OMPI_COMM_WORLD_SIZE (mpirun)" +
      std::string(how_to_start));
}

}  // namespace facet
