#include "apps/facet/ranks/ranks_options.h"

#include "apps/facet/usage.h"
#include "framework/parallel/local_ranks.h"

namespace facet {

namespace po = boost::program_options;

void add_ranks_options(Command& command) {
  command.options.add_options()("ranks", po::value<std::int64_t>()->value_name("N"),
                                "N processes on this machine train together")(
      "distributed", "this is one of the processes that torchrun, srun or mpirun has started");
}

RanksAsked ranks_asked(const Given& given) {
  RanksAsked asked{given.count("distributed") > 0};
  if (given.count("ranks")) asked.local = given["ranks"].as<std::int64_t>();
  const std::int64_t most = most_local_ranks();
  if (asked.local < 1 || asked.local > most)
    wrong_usage("--ranks must be from 1 to " + std::to_string(most) +
                ": more processes than this machine has cores only wait for one another");
  if (given.count("ranks") && asked.joins)
    wrong_usage(
        "--ranks starts processes, and --distributed is for one that was started: give one of "
        "them");
  if ((given.count("ranks") || asked.joins) && given.count("seeds"))
    wrong_usage("--seeds trains by one process alone, not with --ranks or --distributed");
  return asked;
}

}  // namespace facet
