#include "framework/training/solver.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/full_like.h>

#include <chrono>

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/calls/call.h"
#include "framework/embedding/transform.h"
#include "framework/layout/separate_sessions.h"
#include "framework/sampling/prefetcher.h"
#include "framework/training/batch_loss.h"
#include "framework/training/early_stopping.h"
#include "framework/training/finite_watch.h"
#include "framework/training/gradients.h"
#include "framework/training/masked_model.h"
#include "framework/training/named_state.h"
#include "framework/training/not_finite.h"
#include "framework/training/observers.h"
#include "framework/training/schedules.h"
#include "framework/training/sharpness_aware.h"
#include "framework/training/step_report.h"

namespace facet {

namespace {

void require_one_each(const Weights& weights, std::size_t num_objectives, const char* what) {
  if (weights && weights->size() != num_objectives)
    throw Error("there are " + std::to_string(num_objectives) + " objectives, but " +
                std::to_string(weights->size()) + " weights of " + what);
}

/// What an operation says that cannot be differentiated is not whose it is: the losses are named.
void differentiate(const at::Tensor& total, double share, const MultiCriterions& criterion) {
  ComponentOrigin losses = criterion.criterion(0).origin();
  for (std::size_t i = 1; i < criterion.size(); ++i) {
    const ComponentOrigin& own = criterion.criterion(i).origin();
    losses.key += " or " + own.key;
    losses.name += " or " + own.plugin + "/" + own.name;
  }
  call(losses, "in the gradient of its loss", [&] { total.backward(at::full_like(total, share)); });
}

/// A part that a caller gives; the key of `what` in messages.
template <class T>
const T& given(const T& part, const char* what) {
  if (!part) throw Error(std::string("a solver needs ") + what + ", and was given null");
  return part;
}

const Solver::Options& whole(const Solver::Options& options) {
  for (const auto& mask : options.masks) given(mask, "each of its masks");
  given(options.ranks, "ranks: leave them out for a single one");
  return options;
}

void require_whole(const FitOptions& options) {
  for (const auto& observer : options.observers) given(observer, "each of its observers");
  for (const auto& schedule : options.learning_rate) given(schedule, "each learning rate");
  if (options.patience && !options.valid_loader)
    throw Error("patience needs a valid_loader: the training stops by the held-out loss");
}

double seconds_since_1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

}  // namespace

Solver::Solver(const Models& models, std::shared_ptr<MultiCriterions> criterion,
               std::shared_ptr<Optimizer> optimizer, Options options)
    : models_(models),
      encoders_(masked(models, whole(options).masks),
                given(criterion, "a criterion")->feature_ranges(), options.renormalize),
      criterion_(std::move(criterion)),
      optimizer_(given(optimizer, "an optimizer")),
      options_(std::move(options)),
      parameters_(trained_parameters(models, *criterion_)) {
  if (!options_.layout) options_.layout = std::make_shared<SeparateSessions>();
  watch_ = std::make_unique<FiniteWatch>();
  require_valid<UpdateConfig>(options_);
  require_valid<RandomConfig>(options_);
}

Solver::Solver(const std::shared_ptr<Model>& model, std::shared_ptr<MultiCriterions> criterion,
               std::shared_ptr<Optimizer> optimizer, Options options)
    : Solver(Models{model}, std::move(criterion), std::move(optimizer), std::move(options)) {}

Solver::~Solver() = default;

FitEnd Solver::fit(const Loader& loader, const FitOptions& options) {
  require_valid<FitConfig>(options);
  require_whole(options);
  if (options.patience && !early_stopping_) early_stopping_ = std::make_unique<EarlyStopping>();
  saved_at_ = steps_done();
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
    if (!prefetcher)
      prefetcher.emplace(loader, steps_done() * per_step, num_steps * per_step,
                         options.sampling_threads);
    for (SampleBatch& batch : batches) batch = prefetcher->next();
    const std::vector<NamedTensor> before =
        skips ? copies_of(updated()) : std::vector<NamedTensor>();
    const Report report{steps_done() + 1, num_steps, scheduled_step(batches, options)};
    watch_->note(report, parameters_);
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

std::vector<Quantity> Solver::step(const SampleBatch& batch, const Weights& weights_loss,
                                   const Weights& weights_regularizer) {
  return update({&batch, 1}, weights_loss, weights_regularizer);
}

std::vector<Quantity> Solver::update(std::span<const SampleBatch> batches,
                                     const Weights& weights_loss,
                                     const Weights& weights_regularizer) {
  require_one_each(weights_loss, criterion_->size(), "the losses");
  require_one_each(weights_regularizer, criterion_->size(), "the regularizer");
  // Every rank computes the loss of all samples from its share of the encoded bins.
  const double share =
      1.0 / static_cast<double>(static_cast<std::int64_t>(batches.size()) * options_.ranks->size());
  std::vector<BatchLoss> first;  // before the update
  const auto compute_gradients = [&] {
    clear_gradients();
    std::vector<BatchLoss> now;
    for (const SampleBatch& batch : batches) {
      const auto number = static_cast<std::uint64_t>(metadata_.batches_seen) + now.size();
      now.push_back(loss_of(batch, number, weights_loss, weights_regularizer));
      differentiate(now.back().total, share, *criterion_);
    }
    sum_gradients(parameters_, *options_.ranks);
    if (first.empty()) first = now;
    return mean_total(now);
  };
  const auto evaluate = [&] {
    const at::Tensor total = compute_gradients();
    if (options_.sam) sharpen_gradients(parameters_, compute_gradients, options_.sam->rho);
    if (options_.gradient_clip) clip_gradients(parameters_, *options_.gradient_clip);
    in_an_update_ = true;
    return total;
  };
  in_an_update_ = false;
  call(*optimizer_, "in step()", [&] { optimizer_->step([&] { return called_back(evaluate); }); });
  in_an_update_ = false;
  metadata_ = {seconds_since_1970(),
               metadata_.batches_seen + static_cast<std::int64_t>(batches.size())};
  return mean_report(first, weights_loss, weights_regularizer, *criterion_);
}

std::vector<Quantity> Solver::validation(const Loader& loader, const Weights& weights_loss) {
  const at::NoGradGuard no_grad;
  const bool was_training = encoders_.is_training();
  encoders_.train(false);
  std::vector<BatchLoss> losses;
  for (std::int64_t i = 0; i < loader.num_steps(); ++i)
    losses.push_back(loss_of(loader.batch(i), static_cast<std::uint64_t>(i), weights_loss, {}));
  encoders_.train(was_training);
  return mean_report(losses, weights_loss, {}, *criterion_);
}

at::Tensor Solver::transform(const at::Tensor& signals, const std::vector<Segment>& segments) {
  return facet::transform(model(), signals, segments);
}

BatchLoss Solver::loss_of(const SampleBatch& batch, std::uint64_t number,
                          const Weights& weights_loss, const Weights& weights_regularizer) {
  const Penalty penalty{options_.regularizer.get(), options_.regularized, weights_regularizer};
  return batch_loss(*options_.layout, encoders_, *criterion_, batch, weights_loss, penalty,
                    {static_cast<std::uint64_t>(options_.seed), number}, *options_.ranks);
}

void Solver::clear_gradients() {
  for (at::Tensor& parameter : parameters_) parameter.mutable_grad().reset();
}

Report Solver::validate(std::int64_t num_steps, const FitOptions& options) {
  Report report{steps_done(), num_steps, {}};
  report.quantities =
      validation(*options.valid_loader,
                 weights_at(options.scheduler_loss, steps_done() - 1, criterion_->size()));
  validation_log_.append(report);
  watch_->note(report, {});
  if (const auto found = first_not_finite()) {
    if (options.on_nonfinite != "skip") stop_at(*found, " on the held-out data", options);
    warn(in_words(*found) + " on the held-out data: " + likely_causes);
  }
  if (options.patience) early_stopping_->update(validation_log_.column("total").back(), learned());
  return report;
}

}  // namespace facet
