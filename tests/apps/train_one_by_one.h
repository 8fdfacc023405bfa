#pragma once

#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "apps/run_commands.h"
#include "framework/parallel/forked_ranks.h"

namespace facet {

/// A rank for each list of words, as torchrun starts them.
inline std::vector<ProgramResult> train_one_by_one(const std::string& folder,
                                                   const std::vector<Words>& words_of_ranks) {
  const std::map<std::string, std::string> place{
      {"WORLD_SIZE", std::to_string(words_of_ranks.size())},
      {"MASTER_ADDR", "127.0.0.1"},
      {"MASTER_PORT", std::to_string(testing_parallel::free_port())}};
  for (const auto& [name, value] : place) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<std::unique_ptr<RunningProgram>> ranks;
  for (Words words : words_of_ranks) {
    ::setenv("RANK", std::to_string(ranks.size()).c_str(), 1);
    words.insert(words.begin(), {FACET_PROGRAM, "train", "--distributed"});
    ranks.push_back(std::make_unique<RunningProgram>(words, folder));
  }
  ::unsetenv("RANK");
  for (const auto& [name, value] : place) ::unsetenv(name.c_str());
  std::vector<ProgramResult> results;
  for (const auto& rank : ranks) results.push_back(rank->wait());
  return results;
}

}  // namespace facet
