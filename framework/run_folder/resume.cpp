#include "framework/run_folder/resume.h"

#include <map>

#include "facet/error.h"
#include "framework/config/allowed_changes.h"
#include "framework/config/config_file.h"
#include "framework/config/flat_config.h"
#include "framework/files/files.h"
#include "framework/run_folder/circumstances.h"
#include "framework/run_folder/run_arrays.h"

namespace facet {

namespace {

using FlatConfig = std::map<std::string, std::string>;

std::string text_of(const FlatConfig& flat, const std::string& key) {
  const auto found = flat.find(key);
  return found == flat.end() ? "not given" : found->second;
}

std::string indented(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "\n  " + line;
  return text;
}

void require_same_config(const RunFolder& folder, const RunConfig& config,
                         const Registry& registry) {
  const RunConfig saved = parse_run_config(read_config_table(folder.config()), folder.config(),
                                           registry, DataFiles::may_be_missing);
  const Table wanted = write_run_config(config, registry);
  const auto before =
      flat_config(with_allowed_changes(write_run_config(saved, registry), wanted, registry));
  const auto now = flat_config(wanted);
  FlatConfig keys = before;
  keys.insert(now.begin(), now.end());
  std::vector<std::string> differences;
  for (const auto& [key, value] : keys)
    if (text_of(before, key) != text_of(now, key))
      differences.push_back(key + " was " + text_of(before, key) + ", is now " + text_of(now, key));
  if (!differences.empty())
    throw Error(folder.path() +
                ": the run cannot be resumed with another config:" + indented(differences));
}

void require_same_training(const RunFolder& folder, const ChangedCircumstances& changed) {
  if (changed.training.empty()) return;
  throw Error(folder.path() +
              ": the run would not go on as it began:" + indented(changed.training) +
              indented(changed.rounding) + "\nwith --accept-changes it goes on all the same");
}

/// A checkpoint is written before a model is.
void require_nothing_trained(const RunFolder& folder) {
  if (path_exists(folder.model()))
    throw Error(folder.path() +
                ": has a trained model.npz, but no checkpoint.npz to go on from: restore it, or "
                "train into another folder; --overwrite removes what is there");
}

/// All changes of the run, those of now with the step at which they came.
std::vector<std::string> all_changes(const ChangedCircumstances& changed, std::int64_t step) {
  std::vector<std::string> all = changed.earlier;
  const std::string when = "resumed after step " + std::to_string(step) + ": ";
  for (const std::string& line : changed.training)
    all.push_back(when + line + "; what comes after it is trained otherwise than what came before");
  for (const std::string& line : changed.rounding)
    all.push_back(when + line +
                  "; the run is not the same to the last bit as if it had not been stopped");
  return all;
}

}  // namespace

void save_checkpoint(const RunFolder& folder, const Solver& solver) {
  write_run_arrays(folder.checkpoint(), solver.state());
}

void require_begun(const RunFolder& folder) {
  if (!path_exists(folder.config()))
    throw Error(folder.path() + ": there is no run to resume: it has no config.toml");
}

std::vector<std::string> resume(const RunFolder& folder, const RunConfig& config,
                                const Registry& registry, const RunRecord& now, Changes changes,
                                Solver& solver) {
  require_begun(folder);
  require_same_config(folder, config, registry);
  if (!path_exists(folder.checkpoint())) {
    require_nothing_trained(folder);
    return {};
  }
  const ChangedCircumstances changed = changed_circumstances(folder, now, config, registry);
  if (changes == Changes::refused) require_same_training(folder, changed);
  const std::vector<NamedTensor> state = read_run_arrays(folder.checkpoint());
  try {
    solver.load_state(state);
  } catch (const Error& error) {
    throw Error(folder.checkpoint() + ": " + error.what());
  }
  if (config.training.steps < solver.steps_done())
    throw Error(folder.path() + ": " + std::to_string(solver.steps_done()) +
                " steps are done, and training.steps = " + std::to_string(config.training.steps) +
                " asks for fewer: a run can only be made longer");
  return all_changes(changed, solver.steps_done());
}

}  // namespace facet
