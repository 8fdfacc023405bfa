#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/observer.h"
#include "framework/assembly/assembly.h"
#include "framework/registry/registry.h"
#include "framework/run_folder/run_folder.h"
#include "framework/training/solver.h"

namespace facet {

/// Who watches a training from outside; all may be left out.
struct TrainHooks {
  std::vector<std::shared_ptr<Observer>> observers;  ///< told on the first rank alone
  std::function<bool()> end_asked;  ///< after each step, on every rank: then it ends, saved
  std::function<void(const std::string&)> note;     ///< what was decided, one line each
  std::function<void(const std::string&)> warning;  ///< where a result could not be trusted
  std::function<void()> saved;                      ///< after each checkpoint
};

struct TrainOutcome {
  std::int64_t steps = 0;
  FitEnd end = FitEnd::done;
};

/// `overwriting`: from the first step, in the place of the run that the folder holds.
/// `changed_checkpoint`: although plugins, data or libraries are not those that made it.
enum class TrainFrom { first_step, overwriting, checkpoint, changed_checkpoint };

/// Whether the run in the folder goes on.
inline bool resumes(TrainFrom from) {
  return from == TrainFrom::checkpoint || from == TrainFrom::changed_checkpoint;
}

/// Trains what `config` says and writes the run into `folder`: the config first, model, history and
/// checkpoint at every validation, everything at the end. A folder that holds a run is refused;
/// overwritten, that run is gone, whole, when the new one has its first checkpoint, and stays as it
/// is when there is none. From its checkpoint, the run in the folder goes on where it was stopped;
/// what has changed since is refused or warned of, see resume.h. Meanwhile no other process may
/// write into the folder. Throws OptionsError or Error. Of several ranks each calls it; the first
/// one writes and tells, the others compute.
FACET_API TrainOutcome train(const RunConfig& config, const RunFolder& folder, Registry& registry,
                             const TrainHooks& hooks = {}, TrainFrom from = TrainFrom::first_step,
                             const std::shared_ptr<Ranks>& ranks = std::make_shared<SingleRank>());

/// The same of a run that was put together already, such as one of recordings at hand.
FACET_API TrainOutcome train(Assembly& assembly, const RunFolder& folder, Registry& registry,
                             const TrainHooks& hooks = {}, TrainFrom from = TrainFrom::first_step);

}  // namespace facet
