#include "framework/training/solver.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/full_like.h>

#include <chrono>

#include "facet/error.h"
#include "framework/embedding/transform.h"
#include "framework/layout/separate_sessions.h"
#include "framework/sampling/prefetcher.h"
#include "framework/training/batch_loss.h"
#include "framework/training/early_stopping.h"
#include "framework/training/gradients.h"
#include "framework/training/masked_model.h"
#include "framework/training/observers.h"
#include "framework/training/sharpness_aware.h"
#include "framework/training/step_report.h"

namespace facet {

namespace {

Weights weights_at(const std::shared_ptr<const Scheduler>& scheduler, std::int64_t step) {
  return scheduler ? scheduler->weights(step) : Weights();
}

void require_one_each(const Weights& weights, std::size_t num_objectives, const char* what) {
  if (weights && weights->size() != num_objectives)
    throw Error("there are " + std::to_string(num_objectives) + " objectives, but " +
                std::to_string(weights->size()) + " weights of " + what);
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
  require_valid<UpdateConfig>(options_);
}

Solver::Solver(const std::shared_ptr<Model>& model, std::shared_ptr<MultiCriterions> criterion,
               std::shared_ptr<Optimizer> optimizer, Options options)
    : Solver(Models{model}, std::move(criterion), std::move(optimizer), std::move(options)) {}

Solver::~Solver() = default;

FitEnd Solver::fit(const Loader& loader, const FitOptions& options) {
  require_valid<FitConfig>(options);
  require_whole(options);
  if (options.patience && !early_stopping_) early_stopping_ = std::make_unique<EarlyStopping>();
  const std::int64_t num_steps = loader.num_steps(), per_step = loader.batches_per_step();
  Prefetcher prefetcher(loader, steps_done() * per_step, num_steps * per_step,
                        options.sampling_threads);
  std::vector<SampleBatch> batches(static_cast<std::size_t>(per_step));
  Observers observers(options.observers, *options_.ranks);
  observers.begin({steps_done(), num_steps, options.folder});
  encoders_.train();
  bool interrupted = false;
  while (!interrupted && !ended(num_steps, options)) {
    for (SampleBatch& batch : batches) batch = prefetcher.next();
    const Report report{steps_done() + 1, num_steps, scheduled_step(batches, options)};
    log_.append(report);
    const auto is_due = [&](std::int64_t frequency) {
      return report.step % frequency == 0 || report.step == num_steps;
    };
    observers.step(report);
    const bool validated = is_due(options.valid_frequency);
    if (validated && options.valid_loader) observers.validation(validate(num_steps, options));
    interrupted = observers.ended_it();
    if (interrupted || validated ||
        (options.checkpoint_frequency && is_due(*options.checkpoint_frequency))) {
      observers.checkpoint(report.step);
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
  double rate = 1;
  for (const auto& schedule : options.learning_rate) rate *= schedule->factor(step);
  const bool scheduled = !options.learning_rate.empty();
  if (scheduled) optimizer_->scale_learning_rate(rate);
  std::vector<Quantity> quantities = update(batches, weights_at(options.scheduler_loss, step),
                                            weights_at(options.scheduler_regularizer, step));
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
      now.back().total.backward(at::full_like(now.back().total, share));
    }
    sum_gradients(parameters_, *options_.ranks);
    if (first.empty()) first = now;
    return mean_total(now);
  };
  optimizer_->step([&] {
    const at::Tensor total = compute_gradients();
    if (options_.sam) sharpen_gradients(parameters_, compute_gradients, options_.sam->rho);
    if (options_.gradient_clip) clip_gradients(parameters_, *options_.gradient_clip);
    return total;
  });
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
      validation(*options.valid_loader, weights_at(options.scheduler_loss, steps_done() - 1));
  validation_log_.append(report);
  if (options.patience) early_stopping_->update(validation_log_.column("total").back(), learned());
  return report;
}

}  // namespace facet
