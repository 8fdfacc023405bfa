#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "facet/export.h"
#include "facet/mask.h"
#include "facet/optimizer.h"
#include "facet/regularizer.h"
#include "framework/layout/encoders.h"
#include "framework/ranks/ranks.h"
#include "framework/sampling/loader.h"
#include "framework/sampling/random_config.h"
#include "framework/training/fit_options.h"
#include "framework/training/history.h"
#include "framework/training/multi_criterions.h"
#include "framework/training/recovery.h"
#include "framework/training/trained_parameters.h"
#include "framework/training/update_config.h"

namespace facet {

struct BatchLoss;
class EarlyStopping;
class FiniteWatch;
class Observers;
class SessionLayout;
struct NotFinite;

/// How a training ended.
enum class FitEnd { done, stopped_early, interrupted };

/// Trains one encoder, or one for each session, on several objectives: each its slice of the
/// embedding, its criterion and its samples. Contrastive and supervised objectives may stand side
/// by side.
///
/// Everything happens in the thread that calls; batches are drawn ahead of time in others. Within a
/// step nothing waits for the device.
class FACET_API Solver {
 public:
  struct Options : UpdateConfig, RandomConfig {
    bool renormalize = false;
    std::vector<std::shared_ptr<const Mask>> masks = {};  ///< of the windows, while training
    std::shared_ptr<const Regularizer> regularizer = {};
    std::vector<std::int64_t> regularized = {};  ///< objectives; empty: all
    /// How the sessions stand before the encoders; a solver for the parts of an Assembly takes that
    /// of its training data. Nothing: each before its own, or a single recording.
    std::shared_ptr<const SessionLayout> layout = {};
    std::shared_ptr<Ranks> ranks = std::make_shared<SingleRank>();
  };

  using FitOptions = facet::FitOptions;

  struct Metadata {
    double timestamp = 0;  ///< of the last step, seconds since 1970
    std::int64_t batches_seen = 0;
  };

  /// Each of `models` is wrapped into a SubspaceModel with the criterion's feature ranges.
  /// `optimizer` updates trained_parameters(models, criterion). All are shared. Throws OptionsError
  /// for options that their description does not allow, and so does fit.
  Solver(const Models& models, std::shared_ptr<MultiCriterions> criterion,
         std::shared_ptr<Optimizer> optimizer, Options options);
  Solver(const std::shared_ptr<Model>& model, std::shared_ptr<MultiCriterions> criterion,
         std::shared_ptr<Optimizer> optimizer, Options options);
  virtual ~Solver();

  /// Trains until the loader's number of steps is done, until an observer ends it, or, with
  /// patience, until the held-out loss has stopped to fall. It goes on from the steps that are done
  /// already. With patience the parameters are afterwards those of the lowest held-out loss, unless
  /// an observer ended it.
  ///
  /// Throws Error where a loss, the gradient or the parameters are not finite (unless
  /// on_nonfinite says otherwise), and ComponentError where a component fails: then observers are
  /// told to save what was learned until then.
  FitEnd fit(const Loader& loader, const FitOptions& options);
  FitEnd fit(const Loader& loader) { return fit(loader, FitOptions()); }

  /// One update. Returns what it computed before the update (losses) and what holds after it (the
  /// criterions' quantities).
  std::vector<Quantity> step(const SampleBatch& batch, const Weights& weights_loss = {},
                             const Weights& weights_regularizer = {});

  /// The losses on another loader's batches, averaged, in eval mode and without a gradient.
  std::vector<Quantity> validation(const Loader& loader, const Weights& weights_loss = {});

  /// The embedding of a recording by the first encoder, one row for each bin; see transform.h.
  at::Tensor transform(const at::Tensor& signals, const std::vector<Segment>& segments);

  /// All that the rest of the training depends on: parameters and buffers (`state.<key>`,
  /// `criterion.<key>`), the optimizer, history and validations, the best state until now. A solver
  /// of the same parts that loads it ends bit for bit as one that was not stopped.
  std::vector<NamedTensor> state() const;
  /// Throws Error that lists what does not fit.
  void load_state(const std::vector<NamedTensor>& state);

  Ranks& ranks() const { return *options_.ranks; }
  c10::Device device() const { return parameters_.at(0).device(); }
  SubspaceModel& model() const { return encoders_.of(0); }
  const Encoders& encoders() const { return encoders_; }
  const MultiCriterions& criterion() const { return *criterion_; }
  const std::vector<FeatureRange>& feature_ranges() const { return encoders_.feature_ranges(); }
  const std::vector<double>& history() const { return log_.column("total"); }
  const History& log() const { return log_; }
  const History& validation_log() const { return validation_log_; }
  const Metadata& metadata() const { return metadata_; }
  /// The step after which observers were last told to save the run; what was loaded counts, too.
  std::int64_t saved_at() const { return saved_at_; }
  std::int64_t steps_done() const { return static_cast<std::int64_t>(log_.size()); }  ///< by fit

 private:
  FitEnd train(const Loader& loader, const FitOptions& options, Observers& observers);
  bool ended(std::int64_t num_steps, const FitOptions& options) const;
  /// What is not finite of the steps since the last time, on whichever rank.
  std::optional<NotFinite> first_not_finite();
  void leave_out(const NotFinite& found, const std::vector<NamedTensor>& before);
  void roll_back(const NotFinite& found);
  [[noreturn]] void stop_at(const NotFinite& found, const std::string& where,
                            const FitOptions& options) const;
  std::string in_words(const NotFinite& found) const;
  std::vector<NamedTensor> updated() const;
  std::vector<Quantity> scheduled_step(std::span<const SampleBatch> batches,
                                       const FitOptions& options);
  std::vector<Quantity> update(std::span<const SampleBatch> batches, const Weights& weights_loss,
                               const Weights& weights_regularizer);
  /// `number` of the batch: random numbers follow from it.
  BatchLoss loss_of(const SampleBatch& batch, std::uint64_t number, const Weights& weights_loss,
                    const Weights& weights_regularizer);
  void clear_gradients();
  Report validate(std::int64_t num_steps, const FitOptions& options);
  std::vector<NamedTensor> learned() const;
  std::vector<NamedTensor> optimizer_state() const;
  void load_optimizer_state(const std::vector<NamedTensor>& state);

  Models models_;
  Encoders encoders_;
  std::shared_ptr<MultiCriterions> criterion_;
  std::shared_ptr<Optimizer> optimizer_;
  Options options_;
  std::vector<at::Tensor> parameters_;
  const ComponentOrigin losses_;  // all of them, for what goes wrong in their gradient
  History log_;
  History validation_log_;
  std::unique_ptr<EarlyStopping> early_stopping_;
  std::unique_ptr<FiniteWatch> watch_;
  std::vector<at::Tensor> encoded_;  // in the last step
  Recovered recovered_;
  std::int64_t saved_at_ = 0;           // the step of the last checkpoint, 0: none
  std::vector<NamedTensor> last_good_;  // what it holds, where it may be gone back to
  bool in_an_update_ = false;           // parameters are neither those before nor those after it
  Metadata metadata_;
};

}  // namespace facet
