#include "framework/config/resolve_components.h"

#include <string>

namespace facet {

namespace {

class Resolver {
 public:
  Resolver(const Registry& registry, Problems& problems)
      : registry_(registry), problems_(problems) {}

  void resolve(const char* kind, ComponentChoice& choice, const std::string& key) const {
    if (!choice.name.empty()) choice = registry_.check(kind, choice, key, problems_);
  }

  void resolve(const char* kind, std::optional<ComponentChoice>& choice,
               const std::string& key) const {
    if (choice) resolve(kind, *choice, key);
  }

 private:
  const Registry& registry_;
  Problems& problems_;
};

std::string item(const std::string& list, std::size_t i) {
  return list + "[" + std::to_string(i) + "]";
}

}  // namespace

void resolve_components(RunConfig& config, const Registry& registry, Problems& problems) {
  const Resolver resolver(registry, problems);
  for_each_recording(config.data, [&](RecordingConfig& recording, const std::string& key) {
    resolver.resolve("reader", recording.reader, key + ".reader");
  });
  for (std::size_t i = 0; i < config.data.masks.size(); ++i)
    resolver.resolve("mask", config.data.masks[i], item("data.masks", i));
  resolver.resolve("model", config.model, "model");
  for (std::size_t i = 0; i < config.objective.size(); ++i) {
    ObjectiveConfig& objective = config.objective[i];
    resolver.resolve("criterion", objective.loss, item("objective", i) + ".loss");
    resolver.resolve("distribution", objective.distribution,
                     item("objective", i) + ".distribution");
  }
  TrainingConfig& training = config.training;
  resolver.resolve("prior", training.prior, "training.prior");
  resolver.resolve("optimizer", training.optimizer, "training.optimizer");
  resolver.resolve("scheduler", training.loss_weight, "training.loss_weight");
  resolver.resolve("regularizer", training.regularizer, "training.regularizer");
  if (training.regularizer)
    resolver.resolve("scheduler", training.regularizer_keys.weight, "training.regularizer.weight");
  for (std::size_t i = 0; i < training.learning_rate.size(); ++i)
    resolver.resolve("learning_rate", training.learning_rate[i], item("training.learning_rate", i));
  for (std::size_t i = 0; i < config.output.observers.size(); ++i)
    resolver.resolve("observer", config.output.observers[i], item("output.observers", i));
}

}  // namespace facet
