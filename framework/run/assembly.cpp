#include "framework/run/assembly.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <omp.h>

#include <cstdlib>

#include "facet/error.h"
#include "framework/data/recording_reader.h"
#include "framework/data/split.h"
#include "framework/run/device.h"
#include "framework/training/multi_objective_config.h"

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
    attempt("training", [&] { create_schedulers(); });
    if (recorded) attempt("model", [&] { create_model(); });
    if (assembly_.model) attempt("objective", [&] { create_objectives(); });
    problems_.throw_if_any();
    create_solver();
    warn_about_lengths();
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
    LoadedRecording loaded = read_recording(config_.data, registry_);
    assembly_.decisions = loaded.decisions;
    const Split split = split_recording(loaded.recording, config_.data);
    assembly_.training = split.training;
    assembly_.held_out = split.held_out;
    loaded.recording.labels = loaded.recording.labels.scaled_over(Bins(split.training));
    assembly_.recording = std::make_shared<const Recording>(std::move(loaded.recording));
  }

  void create_schedulers() {
    const Scheduler::Arguments arguments{static_cast<std::int64_t>(config_.objective.size())};
    const TrainingConfig& training = config_.training;
    auto& fit = assembly_.fit_options;
    if (training.loss_weight)
      fit.scheduler_loss =
          registry_.create<Scheduler>(*training.loss_weight, arguments, "training.loss_weight");
    if (training.regularizer) {
      regularizer_ =
          registry_.create<Regularizer>(*training.regularizer, {}, "training.regularizer");
      fit.scheduler_regularizer = registry_.create<Scheduler>(
          training.regularizer_weight, arguments, "training.regularizer.weight");
    }
    for (const ComponentChoice& observer : config_.output.observers)
      fit.observers.push_back(registry_.create<Observer>(observer, {}, "output.observers"));
    fit.valid_frequency = training.valid_frequency;
    fit.log_frequency = training.log_frequency;
    fit.sampling_threads = training.sampling_threads;
  }

  void create_model() {
    assembly_.model =
        registry_.create<Model>(config_.model, {assembly_.recording->num_channels()}, "model");
    assembly_.model->to(device_);
  }

  void create_objectives() {
    const at::Tensor signals = assembly_.recording->signals.to(device_);
    assembly_.loader =
        create_loader(assembly_.training, signals, "training", config_.training.steps);
    MultiObjectiveConfig objectives(*assembly_.loader);
    add_objectives(objectives);
    criterion_ = objectives.criterion();

    if (assembly_.held_out.empty()) return;
    assembly_.valid_loader =
        create_loader(assembly_.held_out, signals, "validation", validation_batches);
    MultiObjectiveConfig held_out_objectives(*assembly_.valid_loader);
    add_objectives(held_out_objectives);
  }

  std::unique_ptr<MultiobjectiveLoader> create_loader(const std::vector<Segment>& segments,
                                                      const at::Tensor& signals,
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
    options.seed = seed();
    options.stream = stream;
    return std::make_unique<MultiobjectiveLoader>(registry_, assembly_.recording, segments,
                                                  assembly_.model->offset(), signals, options);
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
        config_.training.optimizer, {trained_parameters(*assembly_.model, *criterion_)},
        "training.optimizer");
    assembly_.solver = std::make_unique<MultiobjectiveSolverBase>(
        assembly_.model, criterion_, optimizer,
        MultiobjectiveSolverBase::Options{config_.renormalize, false, regularizer_, seed()});
    assembly_.fit_options.valid_loader = assembly_.valid_loader.get();
  }

  void warn_about_lengths() {
    const FeatureRange whole{0, assembly_.model->num_output()};
    for (std::size_t i = 0; i < criterion_->size(); ++i) {
      const auto* contrastive =
          dynamic_cast<const ContrastiveCriterion*>(&criterion_->criterion(i));
      const FeatureRange range = criterion_->feature_ranges()[i];
      const bool unit_length = assembly_.model->normalized() && range == whole;
      if (contrastive && contrastive->expects_unit_length() && !unit_length && !config_.renormalize)
        assembly_.warnings.push_back("objective[" + std::to_string(i) + "] compares " +
                                     to_string(range) + " by " + config_.objective[i].loss.name +
                                     ", but the embedding there has not unit length: set "
                                     "model.renormalize = true, or take a Euclidean loss");
    }
  }

  const RunConfig& config_;
  Registry& registry_;
  Assembly assembly_;
  Problems problems_;
  c10::Device device_ = c10::kCPU;
  std::shared_ptr<Regularizer> regularizer_;
  std::shared_ptr<MultiCriterions> criterion_;
};

}  // namespace

Assembly assemble(const RunConfig& config, Registry& registry) {
  return Assembler(config, registry).assemble();
}

}  // namespace facet
