#include "apps/facet/ranks/joined_training.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "apps/facet/exit_codes.h"
#include "apps/facet/interrupt.h"
#include "apps/facet/messages.h"
#include "facet/warning.h"
#include "framework/parallel/joined_ranks.h"

namespace facet {

namespace {

namespace fs = std::filesystem;
using FileTime = std::optional<fs::file_time_type>;

/// At least one, and no more than a month.
std::chrono::milliseconds in_milliseconds(double seconds) {
  return std::chrono::milliseconds(
      static_cast<std::int64_t>(1000 * std::clamp(seconds, 0.001, 2'592'000.0)));
}

/// When the checkpoint of a run was written; nothing where there is none.
FileTime time_of_checkpoint(const std::string& folder) {
  std::error_code not_there;
  const auto time = fs::last_write_time(RunFolder(folder).checkpoint(), not_there);
  return not_there ? FileTime() : time;
}

/// The folder and the step that all ranks take are those of the first one, which alone sees the
/// folder as it is before anything is written.
PlannedTraining planned_together(const std::function<PlannedTraining()>& plan, JoinedRanks& ranks) {
  PlannedTraining planned = plan();
  ranks.set_timeout(in_milliseconds(planned.opened.config.training.ranks_timeout));
  planned.folder = ranks.of_the_first(planned.folder);
  if (ranks.is_first()) planned.from = where_it_begins(planned.folder, planned.from);
  planned.from = static_cast<TrainFrom>(
      std::stoi(ranks.of_the_first(std::to_string(static_cast<int>(planned.from)))));
  return planned;
}

/// Where ranks have ended, there is mostly a checkpoint that the others go on from.
int end_without(const RanksEnded& error, const std::string& folder, bool is_saved,
                JoinedRanks& ranks) {
  const std::string way_on = "; the run goes on from its last checkpoint with: facet train " +
                             folder + " --resume, and --distributed or --ranks as before";
  if (!ranks.tell_failure(error.what())) tell_failure(error.what() + (is_saved ? way_on : ""));
  return is_saved ? exit_stopped : exit_failed;
}

/// The first one has saved, whether it can tell the others or not.
void wait_until_saved(JoinedRanks& ranks) {
  try {
    ranks.of_the_first("saved");
  } catch (const RanksEnded&) {
    if (!ranks.is_first()) throw;
  }
}

/// While the others can still read why: whoever started the ranks may kill them when one has ended.
int end_by(const std::exception& error, JoinedRanks& ranks) {
  const bool is_mistake = dynamic_cast<const OptionsError*>(&error) != nullptr;
  const std::string reason = reason_of(error);
  if (!ranks.tell_failure(reason)) {
    if (is_mistake)
      std::cerr << reason << '\n';
    else
      tell_failure(reason);
  }
  return is_mistake ? exit_mistake : exit_failed;
}

}  // namespace

int train_joined(
    const Launch& launch, const std::function<PlannedTraining()>& plan, const Told& told,
    const std::function<void(const std::string& folder, const TrainOutcome&)>& tell_done) {
  const auto ranks =
      std::make_shared<JoinedRanks>(launch, in_milliseconds(FitConfig().ranks_timeout));
  // Until the process ends: whoever started the ranks may ask for an end at any time.
  [[maybe_unused]] static const Interrupt* const interrupt = new Interrupt;
  std::optional<WarningSink> silent;
  if (!ranks->is_first()) silent.emplace([](const std::string&) {});
  try {
    PlannedTraining planned = planned_together(plan, *ranks);
    const FileTime saved_before = time_of_checkpoint(planned.folder);
    try {
      const TrainOutcome outcome =
          train_into(planned.folder, planned.opened, planned.from, told, ranks);
      if (ranks->is_first()) tell_done(planned.folder, outcome);
      if (outcome.end != FitEnd::interrupted) return exit_done;
      wait_until_saved(*ranks);
      // The first one alone says so: whoever started the ranks may kill all when one ends otherwise
      // than with 0, and tell another code than theirs.
      return ranks->is_first() ? exit_stopped : exit_done;
    } catch (const RanksEnded& error) {
      const FileTime saved = time_of_checkpoint(planned.folder);
      const bool is_saved = saved && (resumes(planned.from) || saved != saved_before);
      return end_without(error, planned.folder, is_saved, *ranks);
    }
  } catch (const std::exception& error) {
    return end_by(error, *ranks);
  }
}

}  // namespace facet
