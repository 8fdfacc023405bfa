#include "framework/training/solver.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/full_like.h>
#include <ATen/record_function.h>

#include <chrono>

#include "facet/error.h"
#include "framework/calls/call.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/embedding/eval_mode.h"
#include "framework/embedding/transform.h"
#include "framework/layout/separate_sessions.h"
#include "framework/training/batch_loss.h"
#include "framework/training/early_stopping.h"
#include "framework/training/finite_watch.h"
#include "framework/training/given.h"
#include "framework/training/gradients.h"
#include "framework/training/masked_model.h"
#include "framework/training/over_ranks.h"
#include "framework/training/sharpness_aware.h"
#include "framework/training/step_report.h"

namespace facet {

namespace {

void require_one_each(const Weights& weights, std::size_t num_objectives, const char* what) {
  if (weights && weights->size() != num_objectives)
    throw Error("there are " + std::to_string(num_objectives) + " objectives, but " +
                std::to_string(weights->size()) + " weights of " + what);
}

/// All losses as one, for what goes wrong in their gradient: whose operation it is, is not known.
ComponentOrigin origin_of_losses(const MultiCriterions& criterion) {
  ComponentOrigin losses = criterion.criterion(0).origin();
  for (std::size_t i = 1; i < criterion.size(); ++i) {
    const ComponentOrigin& own = criterion.criterion(i).origin();
    losses.key += " or " + own.key;
    losses.name += " or " + own.plugin + "/" + own.name;
  }
  return losses;
}

const Solver::Options& whole(const Solver::Options& options) {
  for (const auto& mask : options.masks) given(mask, "each of its masks");
  given(options.ranks, "ranks: leave them out for a single one");
  return options;
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
      parameters_(trained_parameters(models, *criterion_)),
      losses_(origin_of_losses(*criterion_)),
      watch_(std::make_unique<FiniteWatch>()) {
  if (!options_.layout) options_.layout = std::make_shared<SeparateSessions>();
  require_valid<UpdateConfig>(options_);
  require_valid<RandomConfig>(options_);
}

Solver::Solver(const std::shared_ptr<Model>& model, std::shared_ptr<MultiCriterions> criterion,
               std::shared_ptr<Optimizer> optimizer, Options options)
    : Solver(Models{model}, std::move(criterion), std::move(optimizer), std::move(options)) {}

Solver::~Solver() = default;

std::vector<Quantity> Solver::step(const SampleBatch& batch, const Weights& weights_loss,
                                   const Weights& weights_regularizer) {
  return update({&batch, 1}, weights_loss, weights_regularizer);
}

std::vector<Quantity> Solver::update(std::span<const SampleBatch> batches,
                                     const Weights& weights_loss,
                                     const Weights& weights_regularizer) {
  require_one_each(weights_loss, criterion_->size(), "the losses");
  require_one_each(weights_regularizer, criterion_->size(), "the regularizer");
  const double share = 1.0 / static_cast<double>(batches.size());
  std::vector<BatchLoss> first;  // before the update
  at::Tensor first_norm;         // of the gradient, before it is clipped
  const auto compute_gradients = [&] {
    clear_gradients();
    std::vector<BatchLoss> now;
    for (const SampleBatch& batch : batches) {
      const auto number = static_cast<std::uint64_t>(metadata_.batches_seen) + now.size();
      now.push_back(loss_of(batch, number, weights_loss, weights_regularizer));
      const at::Tensor total = now.back().total;
      call(losses_, "in the gradient of its loss", [&] {
        RECORD_USER_SCOPE("backward");
        total.backward(at::full_like(total, share), {}, false, parameters_);
      });
    }
    sum_over_ranks(parameters_, now, *options_.ranks);
    if (first.empty()) first = now;
    return mean_total(now);
  };
  const auto evaluate = [&] {
    const at::Tensor total = compute_gradients();
    if (options_.sam) sharpen_gradients(parameters_, compute_gradients, options_.sam->rho);
    const at::Tensor norm = options_.gradient_clip
                                ? clip_gradients(parameters_, *options_.gradient_clip)
                                : gradient_norm(parameters_);
    if (!first_norm.defined()) first_norm = norm;
    in_an_update_ = true;
    return total;
  };
  in_an_update_ = false;
  call(*optimizer_, "in step()", [&] {
    RECORD_USER_SCOPE("optimizer");
    optimizer_->step([&] { return called_back(evaluate); });
    if (first.empty())
      throw BrokenPromise(
          "it did not call what it was given, promised is at least once: it "
          "computes the loss and the gradients");
  });
  in_an_update_ = false;
  metadata_ = {seconds_since_1970(),
               metadata_.batches_seen + static_cast<std::int64_t>(batches.size())};
  encoded_.clear();
  for (const BatchLoss& loss : first)
    encoded_.insert(encoded_.end(), loss.embeddings.begin(), loss.embeddings.end());
  std::vector<Quantity> quantities =
      mean_report(first, weights_loss, weights_regularizer, *criterion_);
  quantities.emplace_back("gradient_norm", first_norm);
  return quantities;
}

std::vector<Quantity> Solver::validation(const Loader& loader, const Weights& weights_loss) {
  const at::NoGradGuard no_grad;
  const RepeatableOperators repeatable;
  const EvalMode eval(encoders_);
  std::vector<BatchLoss> losses;
  for (std::int64_t i = 0; i < loader.num_steps(); ++i)
    losses.push_back(loss_of(loader.batch(i), static_cast<std::uint64_t>(i), weights_loss, {}));
  sum_over_ranks({}, losses, *options_.ranks);
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

}  // namespace facet
