#include "framework/parallel/launch.h"

#include <gmock/gmock.h>

#include <map>

#include "framework/parallel/node_list.h"
#include "message_of.h"

namespace facet {
namespace {

using Environment = std::map<std::string, std::string>;
using testing::AllOf;
using testing::HasSubstr;

Launch launch_in(const Environment& environment) {
  return launch_of([&](const std::string& name) -> std::optional<std::string> {
    const auto found = environment.find(name);
    if (found == environment.end()) return {};
    return found->second;
  });
}

std::string mistake_in(const Environment& environment) {
  return message_of([&] { launch_in(environment); });
}

const Environment of_torchrun{{"RANK", "5"},
                              {"WORLD_SIZE", "8"},
                              {"LOCAL_RANK", "1"},
                              {"MASTER_ADDR", "n1"},
                              {"MASTER_PORT", "12345"}};
const Environment of_srun{{"SLURM_PROCID", "1"},
                          {"SLURM_STEP_NUM_TASKS", "3"},
                          {"SLURM_LOCALID", "0"},
                          {"SLURM_JOB_ID", "20017"},
                          {"SLURM_STEP_NODELIST", "gpu[07-09,12]"}};
const Environment of_mpirun{{"OMPI_COMM_WORLD_RANK", "2"},
                            {"OMPI_COMM_WORLD_SIZE", "4"},
                            {"OMPI_COMM_WORLD_LOCAL_RANK", "2"},
                            {"MASTER_ADDR", "10.0.0.7"}};

Environment with(Environment environment, const std::string& name, const std::string& value) {
  environment[name] = value;
  return environment;
}

Environment without(Environment environment, const std::string& name) {
  environment.erase(name);
  return environment;
}

TEST(LaunchOf, TorchrunWithoutAnAgentLetsRank0HoldTheStore) {
  const Launch launch = launch_in(of_torchrun);
  EXPECT_EQ(launch.rank, 5);
  EXPECT_EQ(launch.size, 8);
  EXPECT_EQ(launch.local_rank, 1);
  EXPECT_EQ(launch.host, "n1");
  EXPECT_EQ(launch.port, 12345);
  EXPECT_EQ(launch.prefix, "facet");
  EXPECT_FALSE(launch.launcher_holds_store);
}

TEST(LaunchOf, TorchrunsAgentHoldsTheStoreAndEachAttemptHasItsPlaceInIt) {
  Environment environment = with(of_torchrun, "TORCHELASTIC_USE_AGENT_STORE", "True");
  environment["TORCHELASTIC_RESTART_COUNT"] = "2";
  const Launch launch = launch_in(environment);
  EXPECT_TRUE(launch.launcher_holds_store);
  EXPECT_EQ(launch.prefix, "/worker/attempt_2/facet");
}

TEST(LaunchOf, SrunsFirstHostHoldsTheStoreAtAPortOfTheJob) {
  const Launch launch = launch_in(of_srun);
  EXPECT_EQ(launch.rank, 1);
  EXPECT_EQ(launch.size, 3);
  EXPECT_EQ(launch.local_rank, 0);
  EXPECT_EQ(launch.host, "gpu07");
  EXPECT_EQ(launch.port, 10'017);
  EXPECT_FALSE(launch.launcher_holds_store);
}

TEST(LaunchOf, SrunTakesTheHostAndThePortThatAreSet) {
  Environment environment = with(of_srun, "MASTER_ADDR", "127.0.0.1");
  environment["MASTER_PORT"] = "4000";
  const Launch launch = launch_in(environment);
  EXPECT_EQ(launch.host, "127.0.0.1");
  EXPECT_EQ(launch.port, 4000);
}

TEST(LaunchOf, MpirunIsAskedBeforeTheSrunThatItStandsOn) {
  Environment environment = of_srun;
  environment.insert(of_mpirun.begin(), of_mpirun.end());
  const Launch launch = launch_in(environment);
  EXPECT_EQ(launch.rank, 2);
  EXPECT_EQ(launch.size, 4);
  EXPECT_EQ(launch.local_rank, 2);
  EXPECT_EQ(launch.host, "10.0.0.7");
  EXPECT_EQ(launch.port, 29500);
}

TEST(LaunchOf, ASingleRankNeedsNoPlaceToMeet) {
  EXPECT_EQ(launch_in({{"RANK", "0"}, {"WORLD_SIZE", "1"}}).size, 1);
  EXPECT_EQ(launch_in({{"SLURM_PROCID", "0"}, {"SLURM_STEP_NUM_TASKS", "1"}}).size, 1);
}

TEST(LaunchOf, SaysWhatIsMissingAndWhoSetsIt) {
  EXPECT_THAT(mistake_in({}), AllOf(HasSubstr("neither RANK and WORLD_SIZE, as torchrun"),
                                    HasSubstr("SLURM_PROCID and SLURM_STEP_NUM_TASKS (srun)"),
                                    HasSubstr("OMPI_COMM_WORLD_SIZE (mpirun)"),
                                    HasSubstr("facet train CONFIG --ranks N")));
  EXPECT_THAT(mistake_in(without(of_torchrun, "WORLD_SIZE")),
              HasSubstr("WORLD_SIZE is not set in the environment: torchrun sets it"));
  EXPECT_THAT(mistake_in(without(of_torchrun, "MASTER_PORT")),
              HasSubstr("MASTER_PORT is not set in the environment: torchrun sets it"));
  EXPECT_THAT(mistake_in(without(of_mpirun, "MASTER_ADDR")),
              HasSubstr("mpirun hands it on with -x MASTER_ADDR=HOST"));
  EXPECT_THAT(mistake_in(without(of_srun, "SLURM_STEP_NUM_TASKS")),
              HasSubstr("a batch script by itself has none"));
  EXPECT_THAT(mistake_in(without(of_srun, "SLURM_STEP_NODELIST")),
              HasSubstr("SLURM_STEP_NODELIST is not set in the environment: srun sets it, and "
                        "MASTER_ADDR is not set"));
}

TEST(LaunchOf, SaysWhichNumberIsWrong) {
  EXPECT_EQ(mistake_in(with(of_torchrun, "RANK", "8")),
            "RANK in the environment must be a whole number from 0 to 7, got '8'");
  EXPECT_EQ(mistake_in(with(of_torchrun, "WORLD_SIZE", "two")),
            "WORLD_SIZE in the environment must be a whole number from 1 to 1000000, got 'two'");
  EXPECT_EQ(mistake_in(with(of_torchrun, "MASTER_PORT", "70000")),
            "MASTER_PORT in the environment must be a whole number from 1 to 65535, got '70000'");
}

TEST(FirstHost, IsTakenFromAListAsSlurmWritesIt) {
  EXPECT_EQ(first_host("n1"), "n1");
  EXPECT_EQ(first_host("n1,n2"), "n1");
  EXPECT_EQ(first_host("n[1-2,5]"), "n1");
  EXPECT_EQ(first_host("n[5,7]"), "n5");
  EXPECT_EQ(first_host("n[3]-ib,m1"), "n3-ib");
  EXPECT_EQ(first_host("rack[02-03]n[1-4]"), "rack02n1");
  EXPECT_EQ(message_of([] { first_host("n[1-2"); }), "'n[1-2' is no list of hosts: a ] is missing");
  EXPECT_EQ(message_of([] { first_host(""); }), "'' names no host");
}

}  // namespace
}  // namespace facet
