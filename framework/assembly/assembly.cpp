#include "framework/assembly/assembly.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <omp.h>

#include <cstdlib>
#include <numeric>

#include "facet/error.h"
#include "framework/assembly/adapt.h"
#include "framework/assembly/device.h"
#include "framework/assembly/solver_options.h"
#include "framework/cebra/multi_objective_config.h"
#include "framework/config/given_labels.h"
#include "framework/config/solver_rules.h"
#include "framework/training/masked_model.h"
#include "framework/training/trust_checks.h"

namespace facet {

namespace {

constexpr std::int64_t validation_batches = 10;

/// What OMP_NUM_THREADS says, otherwise one a core that this process may use. (libtorch's own
/// default is a single thread in some builds.)
int default_num_threads() {
  const char* asked = std::getenv("OMP_NUM_THREADS");
  const int threads = asked ? std::atoi(asked) : 0;
  return threads > 0 ? threads : omp_get_num_procs();
}

/// Builds the parts of an Assembly one after the other; each step adds what is wrong with its keys.
class Assembler {
 public:
  Assembler(const RunConfig& config, Registry& registry) : config_(config), registry_(registry) {}

  Assembly assemble() {
    set_up_libtorch();
    const bool recorded = attempt("data", [&] { read_data(); });
    attempt("training.device", [&] { device_ = choose_device(config_.training.device); });
    attempt("training", [&] {
      assembly_.fit_options = create_fit_options(config_, registry_);
      solver_options_ = create_solver_options(config_, registry_);
    });
    const bool sampled = recorded && attempt("model", [&] {
                           create_models();
                           create_loaders();
                         });
    const bool aligned = sampled && attempt("training.align_by", [&] { align_sessions(); });
    if (aligned) attempt("objective", [&] { create_objectives(); });
    problems_.throw_if_any();
    create_solver();
    warn_about_lengths();
    add_warnings(check_positives(*assembly_.loader));
    add_warnings(check_alignment(config_));
    return std::move(assembly_);
  }

 private:
  bool attempt(const std::string& key, const std::function<void()>& action) {
    return problems_.attempt({}, key, action);
  }

  void set_up_libtorch() const {
    const std::int64_t threads = config_.training.threads;
    at::set_num_threads(threads > 0 ? static_cast<int>(threads) : default_num_threads());
    // As torch.manual_seed in Python: the same seed gives a model the same initial parameters
    // there.
    at::manual_seed(seed());
  }

  std::uint64_t seed() const { return static_cast<std::uint64_t>(config_.training.seed); }

  void read_data() {
    assembly_.data = read_run_data(config_.data, registry_);
    assembly_.decisions = assembly_.data.decisions;
    if (config_.training.patience && assembly_.data.held_out.empty())
      problems_.add({}, "training.patience",
                    "needs held-out data: set data.validation or data.validation_from");
  }

  void create_models() {
    assembly_.num_neurons = num_neurons(*assembly_.data.sessions);
    for (const std::int64_t number : assembly_.num_neurons) {
      const auto model = registry_.create<Model>(config_.model, {number}, "model");
      if (config_.model.adapt) adapt_model(*config_.model.adapt, config_.model, registry_, *model);
      model->to(device_);
      assembly_.models.push_back(model);
    }
  }

  /// Of each encoder: one a session, or one that sees the neurons of all.
  std::vector<std::int64_t> num_neurons(const Sessions& sessions) const {
    std::vector<std::int64_t> numbers;
    for (const Recording& recording : sessions.recordings())
      numbers.push_back(recording.num_channels());
    if (!is_unified()) return numbers;
    return {std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0})};
  }

  bool is_unified() const { return solver_rule(config_.training.solver).unified; }

  /// The model's window has to fit into the data.
  void create_loaders() {
    std::vector<at::Tensor> signals;
    for (const Recording& recording : assembly_.data.sessions->recordings())
      signals.push_back(recording.signals.to(device_));
    assembly_.loader =
        create_loader(assembly_.data.training, signals, "training", config_.training.steps);
    if (!assembly_.data.held_out.empty())
      assembly_.valid_loader =
          create_loader(assembly_.data.held_out, signals, "validation", validation_batches);
  }

  void align_sessions() {
    if (!is_unified()) return;
    const SamplingSpace space = sampling_space(*assembly_.data.sessions, assembly_.data.training,
                                               assembly_.models[0]->offset());
    assembly_.alignment = SessionAlignment(space, config_.training.align_by);
  }

  void create_objectives() {
    MultiObjectiveConfig objectives(*assembly_.loader, criterion_use());
    add_objectives(objectives);
    criterion_ = objectives.criterion();
    if (config_.model.adapt) adapt_criterion(*config_.model.adapt, *criterion_);
    if (!assembly_.valid_loader) return;
    MultiObjectiveConfig held_out_objectives(*assembly_.valid_loader, criterion_use());
    add_objectives(held_out_objectives);
  }

  CriterionUse criterion_use() const {
    return solver_rule(config_.training.solver).hybrid ? CriterionUse::shared : CriterionUse::own;
  }

  std::unique_ptr<MultiobjectiveLoader> create_loader(const std::vector<Segment>& segments,
                                                      const std::vector<at::Tensor>& signals,
                                                      const std::string& stream,
                                                      std::int64_t num_steps) {
    const TrainingConfig& training = config_.training;
    MultiobjectiveLoader::Options options;
    options.num_steps = num_steps;
    const auto* batch_size = std::get_if<std::int64_t>(&training.batch_size);
    options.batch_size = batch_size ? std::optional(*batch_size) : std::nullopt;
    options.num_negatives = training.num_negatives;
    options.sampling = sampling_mode(training.sampling);
    options.prior = training.prior;
    options.unified = training.align_by;
    options.seed = seed();
    options.stream = stream;
    return std::make_unique<MultiobjectiveLoader>(registry_, assembly_.data.sessions, segments,
                                                  assembly_.models[0]->offset(), signals, options);
  }

  void add_objectives(MultiObjectiveConfig& objectives) const {
    for (const ObjectiveConfig& objective : config_.objective) {
      objectives.set_slice(objective.slice.at(0), objective.slice.at(1));
      objectives.set_loss(objective.loss);
      if (objective.distribution) objectives.set_distribution(*objective.distribution);
      if (!objective.target.empty()) objectives.set_target(objective.target);
      objectives.push();
    }
    objectives.finalize();
  }

  void create_solver() {
    for (const NamedTensor& own : criterion_->state()) own.tensor.set_data(own.tensor.to(device_));
    auto optimizer = registry_.create<Optimizer>(
        config_.training.optimizer, {trained_parameters(assembly_.models, *criterion_)},
        "training.optimizer");
    if (!config_.training.learning_rate.empty()) {
      attempt("training.learning_rate", [&] { optimizer->scale_learning_rate(1); });
      problems_.throw_if_any();
    }
    assembly_.solver =
        std::make_unique<Solver>(trained_models(), criterion_, optimizer, solver_options_);
    assembly_.fit_options.valid_loader = assembly_.valid_loader.get();
  }

  /// The encoders, whose windows are masked where the config asks for it.
  Models trained_models() const {
    std::vector<std::shared_ptr<Mask>> masks;
    for (const ComponentChoice& mask : config_.data.masks)
      masks.push_back(registry_.create<Mask>(mask, {}, "data.masks"));
    Models models = assembly_.models;
    if (masks.empty()) return models;
    for (auto& model : models) model = std::make_shared<MaskedModel>(model, masks);
    return models;
  }

  void warn_about_lengths() {
    const Model& model = *assembly_.models[0];
    const FeatureRange whole{0, model.num_output()};
    for (std::size_t i = 0; i < criterion_->size(); ++i) {
      const auto* contrastive =
          dynamic_cast<const ContrastiveCriterion*>(&criterion_->criterion(i));
      const FeatureRange range = criterion_->feature_ranges()[i];
      const bool unit_length = model.normalized() && range == whole;
      if (contrastive && contrastive->expects_unit_length() && !unit_length &&
          !config_.model.renormalize)
        assembly_.warnings.push_back("objective[" + std::to_string(i) + "] compares " +
                                     to_string(range) + " by " + config_.objective[i].loss.name +
                                     ", but the embedding there has not unit length: set "
                                     "model.renormalize = true, or take a Euclidean loss");
    }
  }

  void add_warnings(const std::vector<std::string>& warnings) {
    assembly_.warnings.insert(assembly_.warnings.end(), warnings.begin(), warnings.end());
  }

  const RunConfig& config_;
  Registry& registry_;
  Assembly assembly_;
  Problems problems_;
  c10::Device device_ = c10::kCPU;
  Solver::Options solver_options_;
  std::shared_ptr<MultiCriterions> criterion_;
};

}  // namespace

Assembly assemble(const RunConfig& config, Registry& registry) {
  return config.places.add_to_problems_of([&] { return Assembler(config, registry).assemble(); });
}

}  // namespace facet
