#include "apps/facet/ranks/local_program.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "apps/facet/exit_codes.h"
#include "apps/facet/messages.h"
#include "apps/facet/results.h"
#include "framework/parallel/local_ranks.h"

namespace facet {

namespace {

std::vector<std::string> own_words() {
  std::ifstream file("/proc/self/cmdline");
  std::vector<std::string> words;
  for (std::string word; std::getline(file, word, '\0');) words.push_back(word);
  words.at(0) = std::filesystem::read_symlink("/proc/self/exe");
  return words;
}

std::vector<std::string> words_of_a_rank() {
  std::vector<std::string> words;
  bool is_number = false;  // of --ranks
  for (const std::string& word : own_words()) {
    if (!is_number && !word.starts_with("--ranks")) words.push_back(word);
    is_number = word == "--ranks";
  }
  words.emplace_back("--distributed");
  return words;
}

}  // namespace

int run_as_local_ranks(std::int64_t count, const std::function<bool()>& is_saved) {
  return run_local_ranks({words_of_a_rank(), count, Results::file(), exit_stopped, is_saved},
                         tell_failure);
}

}  // namespace facet
