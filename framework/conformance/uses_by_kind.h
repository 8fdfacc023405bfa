#pragma once

#include "facet/criterion.h"
#include "facet/model.h"
#include "framework/conformance/use.h"

// How a component of each kind is used (see use.h), and parts of it that single checks need.
namespace facet {

Use use_attribution(const Tried& tried);
Use use_criterion(const Tried& tried);
Use use_distribution(const Tried& tried);
Use use_learning_rate(const Tried& tried);
Use use_mask(const Tried& tried);
Use use_model(const Tried& tried);
Use use_observer(const Tried& tried);
Use use_optimizer(const Tried& tried);
Use use_prior(const Tried& tried);
Use use_reader(const Tried& tried);
Use use_regularizer(const Tried& tried);
Use use_scheduler(const Tried& tried);
Use use_writer(const Tried& tried);

/// Reference, positive and negative of a contrastive criterion, with gradients; one negative more
/// than references.
struct TrialTriple {
  at::Tensor reference, positive, negative;
  explicit TrialTriple(const Situation& situation);
};

/// Prediction, with a gradient, and targets of a supervised criterion.
struct TrialPrediction {
  at::Tensor prediction;
  Targets targets;
};

/// Those that the criterion takes, of trial_targets: which these are is found with few rows and
/// columns, where there is at least one, or Error; its check() may refuse others. Predictions and
/// other labels are between 0 and 1, which every loss takes.
std::vector<TrialPrediction> taken_predictions(SupervisedCriterion& criterion,
                                               const Situation& situation);

/// A use of this criterion, which was made of `tried`.
Use use_of(const Tried& tried, const std::shared_ptr<Criterion>& criterion);

/// Whether its form is contrastive; of a criterion.
bool is_contrastive(const Tried& tried);

/// The trained tensors of a criterion, converted to the type.
std::vector<NamedTensor> trained_state(const Criterion& criterion, at::ScalarType type);

/// A model for as many neurons as are asked for, whose parameters the seed decides.
std::shared_ptr<Model> make_model(const Tried& tried, std::uint64_t seed = 1);

/// Windows of `num_bins`.
at::Tensor trial_windows(const Situation& situation, std::int64_t num_bins,
                         std::int64_t num_neurons = 4);

/// The gradients of `leaves` as results; zeros where nothing depends on one.
void add_gradients(Results& results, const std::vector<NamedTensor>& leaves);

}  // namespace facet
