#include "framework/assembly/assembly.h"

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/assembly/adapt.h"
#include "framework/assembly/check_convolution.h"
#include "framework/assembly/check_first_batch.h"
#include "framework/assembly/check_model.h"
#include "framework/assembly/check_samples.h"
#include "framework/assembly/check_shares.h"
#include "framework/assembly/check_windows.h"
#include "framework/assembly/create_layout.h"
#include "framework/assembly/create_objectives.h"
#include "framework/assembly/device.h"
#include "framework/assembly/solver_options.h"
#include "framework/config/check_run_config.h"
#include "framework/config/given_labels.h"
#include "framework/embedding/seeded_generator.h"
#include "framework/layout/transform_sessions.h"
#include "framework/objectives/create_loader.h"
#include "framework/objectives/create_pairs.h"
#include "framework/reading/recording_reader.h"

namespace facet {

namespace {

constexpr std::int64_t validation_batches = 10;

/// Builds the parts of an Assembly one after the other; each step adds what is wrong with its keys.
class Assembler {
 public:
  Assembler(const RunConfig& config, Registry& registry, std::shared_ptr<Ranks> ranks)
      : config_(config),
        registry_(registry),
        ranks_(std::move(ranks)),
        layout_(create_layout(config.training)) {}

  Assembly assemble(const std::function<RunData()>& read_data) {
    try {
      return put_together(read_data);
    } catch (const Error&) {  // what was warned of may be why
      for (const std::string& warning : assembly_.warnings.all()) warn(warning);
      throw;
    }
  }

 private:
  Assembly put_together(const std::function<RunData()>& read_data) {
    require_usable(config_, registry_);
    assembly_.config = config_;
    const WarningSink of_components(
        [&](const std::string& warning) { assembly_.warnings.add(warning); });
    const bool recorded = attempt("data", [&] { take_data(read_data()); });
    attempt("training.device", [&] { device_ = choose_device(config_.training.device); });
    attempt("training", [&] {
      assembly_.fit_options = create_fit_options(config_, registry_);
      solver_options_ = create_solver_options(config_, registry_);
    });
    const bool modelled = recorded && attempt("model", [&] { create_models(); });
    const bool sampled = modelled && find_bins();
    const bool aligned = sampled && attempt("training.align_by", [&] {
                           layout_->require_usable(assembly_.training.space);
                         });
    if (aligned) attempt("objective", [&] { create_objectives(); });
    problems_.throw_if_any();
    create_solver();
    check_first_batch(*layout_, assembly_.solver->encoders(), *criterion_, *assembly_.loader,
                      config_.training.on_nonfinite != "skip", problems_);
    problems_.throw_if_any();
    check_all_are_trained(assembly_.models, *criterion_, trained_, problems_);
    check_convolution(assembly_.solver->encoders(), assembly_.training, problems_);
    if (ranks_->several())
      check_shares(*layout_, assembly_.solver->encoders(), solver_options_.regularizer.get(),
                   *assembly_.loader, problems_);
    problems_.throw_if_any();
    warn_about_lengths();
    assembly_.warnings.add(
        check_samples(*assembly_.loader, config_, assembly_.training, registry_));
    assembly_.warnings.add(check_alignment(config_));
    return std::move(assembly_);
  }

  bool attempt(const std::string& key, const std::function<void()>& action) {
    return problems_.attempt({}, key, action);
  }

  std::uint64_t seed() const { return static_cast<std::uint64_t>(config_.training.seed); }

  void take_data(RunData data) {
    assembly_.data = std::move(data);
    assembly_.decisions = assembly_.data.decisions;
    if (config_.training.patience && assembly_.data.held_out.empty())
      problems_.add({}, "training.patience",
                    "needs held-out data: set data.validation or data.validation_from");
  }

  void create_models() {
    const SeededGenerator seeded(seed());
    assembly_.num_neurons = layout_->num_neurons(*assembly_.data.sessions);
    for (const std::int64_t number : assembly_.num_neurons) {
      const auto model = registry_.create<Model>(config_.model, {number}, "model");
      require_offset(*model);
      if (config_.model.adapt) adapt_model(*config_.model.adapt, config_.model, registry_, *model);
      model->to(device_);
      assembly_.models.push_back(model);
    }
  }

  /// The model's window has to fit into every session.
  bool find_bins() {
    const Offset offset = assembly_.models[0]->offset();
    Problems too_short;
    assembly_.windows = count_windows(assembly_.data, config_.data, offset, too_short);
    problems_.add(too_short);
    if (!too_short.empty()) return false;
    say_windows();
    std::vector<at::Tensor> signals;
    for (const Recording& recording : assembly_.data.sessions->recordings())
      signals.push_back(recording.signals.to(device_));
    const auto part = [&](const std::vector<Segment>& segments) -> SampledData {
      const auto& sessions = assembly_.data.sessions;
      return {sessions, layout_, sampling_space(*sessions, segments, offset), signals};
    };
    assembly_.training = part(assembly_.data.training);
    if (!assembly_.data.held_out.empty()) held_out_ = part(assembly_.data.held_out);
    return true;
  }

  void say_windows() {
    const std::vector<Recording>& recordings = assembly_.data.sessions->recordings();
    for (std::size_t session = 0; session < recordings.size(); ++session)
      assembly_.decisions.push_back((recordings.size() > 1 ? recordings[session].name + ": " : "") +
                                    to_string(assembly_.windows[session]));
    assembly_.warnings.add(warn_of_windows(assembly_.data, assembly_.windows));
  }

  void create_objectives() {
    const std::vector<Objective> objectives =
        facet::create_objectives(config_, assembly_.training, registry_);
    std::vector<SliceCriterion> criterions;
    std::vector<Pairs> pairs;
    for (const Objective& objective : objectives) {
      criterions.push_back({objective.slice, objective.criterion});
      pairs.push_back(objective.pairs);
    }
    criterion_ = std::make_shared<MultiCriterions>(std::move(criterions));
    if (config_.model.adapt) adapt_criterion(*config_.model.adapt, *criterion_);
    const Sampler::Options options{config_.training, config_.training, "training"};
    assembly_.loader = create_loader(registry_, assembly_.training, pairs, options);
    assembly_.warnings.add(check_priors(pairs, options));
    Problems too_large;
    assembly_.warnings.add(check_batch_size(assembly_.training, pairs, options, too_large));
    too_large.throw_if_any();
    assembly_.warnings.add(check_targets_differ(assembly_.training, pairs));
    if (held_out_) create_valid_loader(objectives, options);
  }

  void create_valid_loader(const std::vector<Objective>& objectives, Sampler::Options options) {
    options.stream = "validation";
    options.steps = validation_batches;
    options.batches_per_step = 1;
    assembly_.valid_loader = create_loader(
        registry_, *held_out_, held_out_pairs(config_, objectives, *held_out_, registry_), options);
  }

  void create_solver() {
    for (const NamedTensor& own : criterion_->state()) own.tensor.set_data(own.tensor.to(device_));
    check_parameters(assembly_.models, problems_);
    problems_.throw_if_any();
    trained_ = trained_parameters(assembly_.models, *criterion_);
    auto optimizer =
        registry_.create<Optimizer>(config_.training.optimizer, {trained_}, "training.optimizer");
    const auto require_rate = [&](const std::string& key) {
      attempt(key, [&] { optimizer->scale_learning_rate(1); });
      problems_.throw_if_any();
    };
    if (!config_.training.learning_rate.empty()) require_rate("training.learning_rate");
    if (config_.training.on_nonfinite == "rollback") require_rate("training.on_nonfinite");
    solver_options_.layout = layout_;
    solver_options_.ranks = ranks_;
    attempt("model", [&] {  // whose outputs may be others than the config says
      assembly_.solver =
          std::make_unique<Solver>(assembly_.models, criterion_, optimizer, solver_options_);
    });
    problems_.throw_if_any();
    assembly_.fit_options.valid_loader = assembly_.valid_loader.get();
  }

  void warn_about_lengths() {
    const Model& model = *assembly_.models[0];
    const FeatureRange whole{0, model.num_output()};
    for (std::size_t i = 0; i < criterion_->size(); ++i) {
      const auto* contrastive = as_contrastive(&criterion_->criterion(i));
      const FeatureRange range = criterion_->feature_ranges()[i];
      const bool unit_length = model.normalized() && range == whole;
      if (contrastive && contrastive->expects_unit_length() && !unit_length &&
          !config_.model.renormalize)
        assembly_.warnings.add(item_key("objective", i) + " compares " + to_string(range) + " by " +
                               config_.objective[i].loss.name +
                               ", but the embedding there has not unit length: set "
                               "model.renormalize = true, or take a Euclidean loss");
    }
  }

  const RunConfig& config_;
  Registry& registry_;
  const std::shared_ptr<Ranks> ranks_;
  const std::shared_ptr<const SessionLayout> layout_;
  Assembly assembly_;
  std::optional<SampledData> held_out_;
  Problems problems_;
  c10::Device device_ = c10::kCPU;
  Solver::Options solver_options_;
  std::shared_ptr<MultiCriterions> criterion_;
  std::vector<at::Tensor> trained_;  // by the optimizer
};

}  // namespace

at::Tensor Assembly::embedding() const {
  SingleRank alone;
  return embedding(alone);
}

at::Tensor Assembly::embedding(Ranks& ranks) const {
  if (!solver) throw Error("there is no run: an Assembly is made by assemble");
  return transform_sessions(*training.layout, solver->encoders(), *data.sessions, training.space,
                            ranks);
}

Assembly assemble(const RunConfig& config, Registry& registry, std::shared_ptr<Ranks> ranks) {
  return config.places.add_to_problems_of([&] {
    return Assembler(config, registry, std::move(ranks)).assemble([&] {
      return read_run_data(config.data, registry, asked_labels(config, registry));
    });
  });
}

Assembly assemble(const RunConfig& config, std::vector<LoadedRecording> recordings,
                  Registry& registry, std::shared_ptr<Ranks> ranks) {
  return config.places.add_to_problems_of([&] {
    return Assembler(config, registry, std::move(ranks)).assemble([&] {
      return make_run_data(config.data, std::move(recordings));
    });
  });
}

}  // namespace facet
