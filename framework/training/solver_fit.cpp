#include <ATen/record_function.h>

#include <optional>

#include "facet/warning.h"
#include "framework/calls/call.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/sampling/prefetcher.h"
#include "framework/sampling/step_marks.h"
#include "framework/training/early_stopping.h"
#include "framework/training/finite_watch.h"
#include "framework/training/given.h"
#include "framework/training/named_state.h"
#include "framework/training/not_finite.h"
#include "framework/training/observers.h"
#include "framework/training/schedules.h"
#include "framework/training/solver.h"

// A training: step after step, with what stands between them.
namespace facet {

namespace {

void require_whole(const FitOptions& options) {
  for (const auto& observer : options.observers) given(observer, "each of its observers");
  for (const auto& schedule : options.learning_rate) given(schedule, "each learning rate");
  if (options.patience && !options.valid_loader)
    throw Error("patience needs a valid_loader: the training stops by the held-out loss");
}

void take(std::vector<SampleBatch>& batches, Prefetcher& prefetcher) {
  RECORD_USER_SCOPE("sampling");
  for (SampleBatch& batch : batches) batch = prefetcher.next();
}

}  // namespace

FitEnd Solver::fit(const Loader& loader, const FitOptions& options) {
  require_valid<FitConfig>(options);
  require_whole(options);
  if (options.patience && !early_stopping_) early_stopping_ = std::make_unique<EarlyStopping>();
  saved_at_ = steps_done();
  const RepeatableOperators repeatable;
  Observers observers(options.observers, *options_.ranks);
  try {
    const FitEnd end = train(loader, options, observers);
    if (recovered_.updates_left_out > 0)
      warn(std::to_string(recovered_.updates_left_out) +
           " updates were left out, the first at step " +
           std::to_string(recovered_.first_left_out) +
           ", since something was not finite: " + likely_causes);
    return end;
  } catch (const ComponentError&) {
    if (!in_an_update_ && steps_done() > saved_at_) {
      observers.save(steps_done());
      saved_at_ = steps_done();
    }
    throw;
  }
}

FitEnd Solver::train(const Loader& loader, const FitOptions& options, Observers& observers) {
  const std::int64_t num_steps = loader.num_steps(), per_step = loader.batches_per_step();
  const bool skips = options.on_nonfinite == "skip",
             rolls_back = options.on_nonfinite == "rollback";
  std::optional<Prefetcher> prefetcher;
  std::vector<SampleBatch> batches(static_cast<std::size_t>(per_step));
  if (rolls_back) last_good_ = copies_of(state());
  observers.begin({steps_done(), num_steps, options.folder});
  encoders_.train();
  bool interrupted = false;
  while (!interrupted && !ended(num_steps, options)) {
    RECORD_USER_SCOPE(step_mark);
    if (!prefetcher)
      prefetcher.emplace(loader, steps_done() * per_step, num_steps * per_step,
                         options.sampling_threads);
    take(batches, *prefetcher);
    const std::vector<NamedTensor> before =
        skips ? copies_of(updated()) : std::vector<NamedTensor>();
    const Report report{steps_done() + 1, num_steps, scheduled_step(batches, options)};
    watch_->note(report, parameters_, encoded_);
    const auto is_due = [&](std::int64_t frequency) {
      return report.step % frequency == 0 || report.step == num_steps;
    };
    const bool validated = is_due(options.valid_frequency);
    const bool saved =
        validated || (options.checkpoint_frequency && is_due(*options.checkpoint_frequency));
    if (skips || saved || watch_->should_be_read()) {
      const std::optional<NotFinite> found = first_not_finite();
      if (found && rolls_back && recovered_.rollbacks < most_rollbacks) {
        prefetcher.reset();
        roll_back(*found);
        continue;
      }
      if (found && !skips) stop_at(*found, "", options);
      if (found) leave_out(*found, before);
    }
    log_.append(report);
    observers.step(report);
    if (validated && options.valid_loader) observers.validation(validate(num_steps, options));
    interrupted = observers.ended_it();
    if (interrupted && !saved) {
      if (const auto found = first_not_finite()) stop_at(*found, "", options);
    }
    if (interrupted || saved) {
      observers.checkpoint(report.step);
      saved_at_ = report.step;
      if (rolls_back) last_good_ = copies_of(state());
      interrupted = observers.ended_it();
    }
  }
  observers.end();
  if (!ended(num_steps, options)) return FitEnd::interrupted;
  if (options.patience) early_stopping_->restore(learned());
  return steps_done() < num_steps ? FitEnd::stopped_early : FitEnd::done;
}

bool Solver::ended(std::int64_t num_steps, const FitOptions& options) const {
  return steps_done() >= num_steps ||
         (options.patience && early_stopping_->exhausted(*options.patience));
}

std::vector<Quantity> Solver::scheduled_step(std::span<const SampleBatch> batches,
                                             const FitOptions& options) {
  const std::int64_t step = steps_done();
  const AtStep now(step + 1);
  const double rate = rate_at(options.learning_rate, step) * recovered_.rate();
  const bool scheduled = !options.learning_rate.empty() || recovered_.rollbacks > 0;
  if (scheduled)
    call(*optimizer_, "in scale_learning_rate()", [&] { optimizer_->scale_learning_rate(rate); });
  std::vector<Quantity> quantities =
      update(batches, weights_at(options.scheduler_loss, step, criterion_->size()),
             weights_at(options.scheduler_regularizer, step, criterion_->size()));
  if (scheduled) quantities.emplace_back("learning_rate_factor", rate);
  return quantities;
}

Report Solver::validate(std::int64_t num_steps, const FitOptions& options) {
  const AtStep after(steps_done());
  Report report{steps_done(), num_steps, {}};
  report.quantities =
      validation(*options.valid_loader,
                 weights_at(options.scheduler_loss, steps_done() - 1, criterion_->size()));
  validation_log_.append(report);
  watch_->note(report, {}, {});
  if (const auto found = first_not_finite()) {
    if (options.on_nonfinite != "skip") stop_at(*found, " on the held-out data", options);
    warn(in_words(*found) + " on the held-out data: " + likely_causes);
  }
  if (options.patience) early_stopping_->update(validation_log_.column("total").back(), learned());
  return report;
}

}  // namespace facet
