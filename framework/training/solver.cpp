#include "framework/training/solver.h"

#include <ATen/core/grad_mode.h>

#include <chrono>
#include <optional>

#include "facet/error.h"
#include "framework/embedding/transform.h"
#include "framework/training/encode_samples.h"
#include "framework/training/prefetcher.h"
#include "framework/training/sharpness_aware.h"

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

void add(at::Tensor& sum, const at::Tensor& term) {
  sum = sum.defined() ? sum + term : term;
}

double seconds_since_1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

}  // namespace

std::vector<at::Tensor> trained_parameters(const Model& model, const MultiCriterions& criterion) {
  std::vector<at::Tensor> trained = model.parameters();
  for (const NamedTensor& own : criterion.state()) trained.push_back(own.tensor);
  std::erase_if(trained, [](const at::Tensor& tensor) { return !tensor.requires_grad(); });
  return trained;
}

MultiobjectiveSolverBase::MultiobjectiveSolverBase(std::shared_ptr<Model> model,
                                                   std::shared_ptr<MultiCriterions> criterion,
                                                   std::shared_ptr<Optimizer> optimizer,
                                                   Options options)
    : model_(create_multiobjective_model(std::move(model), criterion->feature_ranges(),
                                         options.renormalize)),
      criterion_(std::move(criterion)),
      optimizer_(std::move(optimizer)),
      options_(std::move(options)),
      parameters_(trained_parameters(*model_, *criterion_)) {}

void MultiobjectiveSolverBase::fit(const Loader& loader, const FitOptions& options) {
  const std::int64_t num_steps = loader.num_steps();
  Prefetcher batches(loader, 0, num_steps, options.sampling_threads);
  model_->train();
  for (std::int64_t done = 0; done < num_steps;) {
    Report report{done + 1, num_steps, {}};
    report.quantities = step(batches.next(), weights_at(options.scheduler_loss, done),
                             weights_at(options.scheduler_regularizer, done));
    ++done;
    log_.append(report);
    for (const auto& observer : options.observers) observer->on_step(report);
    if (options.logger && (done % options.log_frequency == 0 || done == num_steps))
      options.logger(report);

    const bool last = done == num_steps || (options.interrupted && options.interrupted());
    if (last || done % options.valid_frequency == 0) validate(done, num_steps, options);
    if (last) break;
  }
  for (const auto& observer : options.observers) observer->on_end();
}

std::vector<Quantity> MultiobjectiveSolverBase::step(const SampleBatch& batch,
                                                     const Weights& weights_loss,
                                                     const Weights& weights_regularizer) {
  require_one_each(weights_loss, criterion_->size(), "the losses");
  require_one_each(weights_regularizer, criterion_->size(), "the regularizer");
  std::optional<Evaluation> before;
  const auto compute_gradients = [&] {
    clear_gradients();
    Evaluation evaluation = evaluate(batch, weights_loss, weights_regularizer);
    evaluation.total.backward();
    if (!before) before = evaluation;
    return evaluation.total;
  };
  optimizer_->step([&] {
    const at::Tensor total = compute_gradients();
    if (options_.use_sam) sharpen_gradients(parameters_, compute_gradients);
    return total;
  });
  metadata_ = {seconds_since_1970(), metadata_.batches_seen + 1};
  return step_report(*before, weights_loss, weights_regularizer, *criterion_);
}

std::vector<Quantity> MultiobjectiveSolverBase::validation(const Loader& loader,
                                                           const Weights& weights_loss) {
  const at::NoGradGuard no_grad;
  const bool was_training = model_->is_training();
  model_->eval();
  std::vector<Quantity> mean;
  for (std::int64_t i = 0; i < loader.num_steps(); ++i) {
    const Evaluation evaluation = evaluate(loader.batch(i), weights_loss, {});
    const auto quantities = step_report(evaluation, weights_loss, {}, *criterion_);
    if (mean.empty()) mean.assign(quantities.size(), {});
    for (std::size_t k = 0; k < mean.size(); ++k) {
      mean[k].name = quantities[k].name;
      mean[k].value += quantities[k].value / static_cast<double>(loader.num_steps());
    }
  }
  model_->train(was_training);
  return mean;
}

at::Tensor MultiobjectiveSolverBase::transform(const at::Tensor& signals,
                                               const std::vector<Segment>& segments) {
  return facet::transform(*model_, signals, segments);
}

Evaluation MultiobjectiveSolverBase::evaluate(const SampleBatch& batch, const Weights& weights_loss,
                                              const Weights& weights_regularizer) {
  const bool regularized = options_.regularizer && weights_regularizer;
  const auto step = static_cast<std::uint64_t>(metadata_.batches_seen);
  model_->set_random(Random(options_.seed, "model", step));
  const EncodedSamples encoded = encode_samples(*model_, batch, regularized);

  Evaluation evaluation;
  evaluation.losses = criterion_->evaluate(encoded.predictions);
  for (std::size_t i = 0; i < criterion_->size(); ++i) {
    const at::Tensor& loss = evaluation.losses[i].total;
    add(evaluation.total, weights_loss ? loss * (*weights_loss)[i] : loss);
    if (!regularized) continue;
    Random random(options_.seed, "regularizer" + std::to_string(i), step);
    evaluation.penalties.push_back(options_.regularizer->penalty(
        encoded.windows[i], encoded.predictions[i].reference, random));
    add(evaluation.total, evaluation.penalties[i] * (*weights_regularizer)[i]);
  }
  return evaluation;
}

void MultiobjectiveSolverBase::clear_gradients() {
  for (at::Tensor& parameter : parameters_) parameter.mutable_grad().reset();
}

void MultiobjectiveSolverBase::validate(std::int64_t step, std::int64_t num_steps,
                                        const FitOptions& options) {
  if (options.valid_loader) {
    Report report{step, num_steps, {}};
    report.quantities =
        validation(*options.valid_loader, weights_at(options.scheduler_loss, step - 1));
    validation_log_.append(report);
    for (const auto& observer : options.observers) observer->on_validation(report);
  }
  if (options.save_hook) options.save_hook(step, *this);
}

}  // namespace facet
