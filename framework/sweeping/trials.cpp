#include "framework/sweeping/trials.h"

#include <algorithm>

#include "facet/error.h"
#include "framework/sweeping/swept_keys.h"
#include "framework/toml/key_path.h"

namespace facet {

namespace {

constexpr std::size_t most_trials = 100000;

using Values = std::vector<std::string>;

/// What is swept, or all that is wrong with it.
struct Keys {
  std::vector<GridKey> grid;
  std::vector<RandomKey> random;
};

bool begins_with(const Values& steps, const Values& outer) {
  return steps.size() >= outer.size() && std::equal(outer.begin(), outer.end(), steps.begin());
}

/// What is set is the same for all trials, so that none of it may be swept.
void check_set(const SweepQuestion& question, const Values& swept, Problems& problems) {
  for (const std::string& set : question.set)
    for (const std::string& key : swept)
      if (begins_with(key_steps(set.substr(0, set.find('='))), key_steps(key)))
        problems.add({"--set", 0, 0}, "", key + " is swept, so " + set + " would be ignored");
}

Keys parse_keys(const SweepQuestion& question) {
  Keys keys;
  Problems problems;
  Values seen;
  const auto add = [&](const char* option, auto& to, auto parse, const std::string& text) {
    try {
      to.push_back(parse(text));
      if (std::ranges::count(seen, to.back().key))
        throw Error(to.back().key + " is swept twice: give all its values at once");
      seen.push_back(to.back().key);
    } catch (const Error& error) {
      problems.add({option, 0, 0}, "", error.what());
    }
  };
  for (const std::string& text : question.grid) add("--grid", keys.grid, parse_grid_key, text);
  for (const std::string& text : question.random)
    add("--random", keys.random, parse_random_key, text);
  check_set(question, seen, problems);
  if (seen.empty() && problems.empty())
    problems.add({}, "", "nothing is swept: give --grid KEY=VALUE,VALUE or --random KEY=LOW..HIGH");
  if (question.random.empty() && question.draws > 1)
    problems.add({}, "", "--draws needs a key that is drawn: give --random KEY=LOW..HIGH");
  problems.throw_if_any();
  return keys;
}

/// Every value of the key after all that there is.
std::vector<Values> times(const std::vector<Values>& combinations, const Values& values) {
  std::vector<Values> longer;
  for (const Values& combination : combinations)
    for (const std::string& value : values) {
      longer.push_back(combination);
      longer.back().push_back(value);
    }
  return longer;
}

}  // namespace

Values Trials::assignments(std::size_t trial) const {
  Values all;
  for (std::size_t i = 0; i < keys.size(); ++i) all.push_back(keys[i] + "=" + values[trial][i]);
  return all;
}

Trials make_trials(const SweepQuestion& question) {
  const Keys swept = parse_keys(question);
  Trials trials{{}, {{}}};
  std::size_t number = static_cast<std::size_t>(question.draws);
  for (const GridKey& grid : swept.grid) number *= std::min(grid.values.size(), most_trials);
  if (number > most_trials)
    throw OptionsError({{{}, "", "there are more than 100000 trials: sweep fewer values"}});
  for (const GridKey& grid : swept.grid) {
    trials.keys.push_back(grid.key);
    trials.values = times(trials.values, grid.values);
  }
  if (swept.random.empty()) return trials;
  for (const RandomKey& random : swept.random) trials.keys.push_back(random.key);
  std::vector<Values> drawn;
  for (const Values& combination : trials.values) {
    for (std::int64_t i = 0; i < question.draws; ++i) {
      Values values = combination;
      for (const RandomKey& key : swept.random) {
        Random random(static_cast<std::uint64_t>(question.seed), "sweep " + key.key, drawn.size());
        values.push_back(draw(key, random));
      }
      drawn.push_back(std::move(values));
    }
  }
  trials.values = std::move(drawn);
  return trials;
}

std::vector<SweepRun> runs_of(const SweepQuestion& question, const Trials& trials) {
  std::vector<SweepRun> runs;
  for (std::size_t trial = 0; trial < trials.values.size(); ++trial)
    for (std::int64_t i = 0; i < question.seeds; ++i) runs.push_back({trial, question.seed + i});
  return runs;
}

}  // namespace facet
