#include <ATen/Functions.h>

#include "framework/cebra/loss_config.h"
#include "framework/run_folder/model_file.h"
#include "framework/training/solver.h"
#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

using Json = nlohmann::json;

/// What a training needs, built from a case.
struct Training {
  std::shared_ptr<Model> model;
  std::shared_ptr<MultiCriterions> criterions;
  std::unique_ptr<Solver> solver;
  std::shared_ptr<Scheduler> scheduler;  // of the regularizer; perhaps null
  Weights loss_weights;
};

std::shared_ptr<MultiCriterions> create_criterions(const Json& objectives, Registry& registry) {
  std::vector<LossConfig> configs;
  for (const Json& objective : objectives) {
    const std::string name = objective.at("loss");
    require_component(registry, "criterion", name);
    LossConfig config;
    config.indices = {objective.at("slice").at(0), objective.at("slice").at(1)};
    const ComponentChoice choice{name, to_table(objective.at("loss_options"))};
    (objective.contains("target") ? config.supervised_loss : config.contrastive_loss) = choice;
    configs.push_back(config);
  }
  return facet::create_criterions(registry, configs, std::nullopt);
}

/// A single-session case has the state of its one criterion without the prefix `criterions.0.`.
std::vector<NamedTensor> criterion_state(const ReferenceCase& reference,
                                         const MultiCriterions& criterions) {
  std::vector<NamedTensor> state = criterions.state();
  const std::string prefix = "criterions.0.";
  for (NamedTensor& own : state) {
    const bool plain = !reference.has_input("criterion." + own.name);
    if (plain && own.name.rfind(prefix, 0) == 0) own.name.erase(0, prefix.size());
  }
  return state;
}

template <class Interface>
std::shared_ptr<Interface> create_named(Registry& registry, const Json& component, Table options,
                                        const typename Interface::Arguments& arguments = {}) {
  options.erase("name");
  return create<Interface>(registry, component.at("name"), std::move(options), arguments);
}

Training create_training(const ReferenceCase& reference, Registry& registry) {
  const Json& options = reference.options;
  Training training;
  training.model = create_model(registry, options.at("model"), options.at("model_options"));
  copy_state(reference, "state.", model_state(*training.model));
  training.criterions = create_criterions(options.at("objectives"), registry);
  copy_state(reference, "criterion.", criterion_state(reference, *training.criterions));

  Solver::Options solver;
  solver.renormalize = options.at("renormalize");
  if (const Json& regularizer = options.at("regularizer"); !regularizer.is_null())
    solver.regularizer = create_named<Regularizer>(registry, regularizer, to_table(regularizer));
  if (const Json& scheduler = options.at("scheduler_regularizer"); !scheduler.is_null()) {
    Table schedule = to_table(scheduler.at("options"));
    training.scheduler = create_named<Scheduler>(
        registry, scheduler, schedule, {static_cast<std::int64_t>(training.criterions->size())});
  }
  if (const Json& weights = options.at("loss_weights"); !weights.is_null())
    training.loss_weights = weights.get<std::vector<double>>();
  const auto optimizer =
      create_named<Optimizer>(registry, options.at("optimizer"), to_table(options.at("optimizer")),
                              {trained_parameters(*training.model, *training.criterions)});
  training.solver =
      std::make_unique<Solver>(training.model, training.criterions, optimizer, solver);
  training.model->train();
  return training;
}

SampleBatch batch_at(const ReferenceCase& reference, std::int64_t step) {
  const at::Tensor bins = reference.input("reference")[step];
  SampleBatch batch{{reference.input("neural")}, {}};
  for (std::size_t i = 0; i < reference.options.at("objectives").size(); ++i) {
    const std::string index = std::to_string(i);
    ObjectiveSamples samples{bins};
    if (reference.has_input("label_" + index)) {
      samples.targets.target = reference.input("label_" + index).index_select(0, bins);
    } else {
      samples.positive = reference.input("positive_" + index)[step];
      samples.negative = reference.input("negative")[step];
    }
    batch.objectives.push_back(samples);
  }
  return batch;
}

/// Collects what the steps report: under a name of the case, one row a step.
class Curves {
 public:
  Curves(std::int64_t steps, std::int64_t objectives) : steps_(steps), objectives_(objectives) {}

  void add(std::int64_t step, const std::vector<Quantity>& quantities) {
    for (const Quantity& quantity : quantities) {
      const std::string prefix = "objective";
      if (quantity.name.rfind(prefix, 0) != 0) {
        curve(quantity.name, 1)[step][0] = quantity.value.item<double>();
        continue;
      }
      const std::size_t dot = quantity.name.find('.');
      const std::int64_t objective =
          std::stoll(quantity.name.substr(prefix.size(), dot - prefix.size()));
      curve(quantity.name.substr(dot + 1), objectives_)[step][objective] =
          quantity.value.item<double>();
    }
  }

  /// In the shape in which the case has it; zeros for what was never reported.
  at::Tensor get(const std::string& name, at::IntArrayRef shape) {
    return curve(name, objectives_).reshape(shape);
  }

 private:
  at::Tensor& curve(const std::string& name, std::int64_t columns) {
    return curves_.try_emplace(name, at::zeros({steps_, columns}, at::kDouble)).first->second;
  }

  std::int64_t steps_;
  std::int64_t objectives_;
  Arrays curves_;
};

}  // namespace

Arrays trajectory(const ReferenceCase& reference, Registry& registry) {
  const Training training = create_training(reference, registry);
  const std::int64_t steps = reference.options.at("steps");
  Curves curves(steps, static_cast<std::int64_t>(training.criterions->size()));
  for (std::int64_t step = 0; step < steps; ++step) {
    const Weights regularizer = training.scheduler ? training.scheduler->weights(step) : Weights();
    curves.add(
        step, training.solver->step(batch_at(reference, step), training.loss_weights, regularizer));
  }

  Arrays got;
  const std::map<std::string, std::string> reported = {
      {"loss", "loss"},
      {"total", "total"},
      {"align", "alignment"},
      {"uniform", "uniformity"},
      {"temperature", "temperature"},
      {"regularizer", "regularizer"},
      {"regularizer_weight", "regularizer_weight"}};
  for (const auto& [name, quantity] : reported)
    if (reference.expects(name))
      got[name] = curves.get(quantity, reference.expected.at(name).sizes());
  for (const NamedTensor& own : model_state(*training.model)) got["final." + own.name] = own.tensor;
  for (const NamedTensor& own : criterion_state(reference, *training.criterions))
    got["final_criterion." + own.name] = own.tensor;
  return got;
}

}  // namespace facet::parity
