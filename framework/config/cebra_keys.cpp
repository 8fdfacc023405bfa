#include "framework/config/cebra_keys.h"

#include <map>

namespace facet {

std::string key_of_cebra_parameter(const std::string& name) {
  static const std::map<std::string, std::string> keys = {
      {"batch_size", "training.batch_size"},
      {"conditional", "objective[0].distribution.name"},
      {"contrastive_loss", "objective[0].loss"},
      {"criterion", "objective[0].loss"},
      {"delta", "objective[0].distribution.delta"},
      {"device", "training.device"},
      {"distance",
       "objective[0].loss, such as \"FixedCosineInfoNCE\" or \"FixedEuclideanInfoNCE\""},
      {"embedding_indices", "objective[0].slice"},
      {"feature_ranges", "objective[0].slice"},
      {"hybrid", "training.solver: \"single-session-hybrid\""},
      {"indices", "objective[0].slice"},
      {"learning_rate", "training.optimizer.lr"},
      {"masking_kwargs", "data.masks, such as [{ name = \"RandomNeuronMask\" }]"},
      {"max_adapt_iterations", "training.steps, set with facet adapt RUN ... --set"},
      {"max_iterations", "training.steps"},
      {"min_temperature", "objective[0].loss.min_temperature"},
      {"model_architecture", "model.name"},
      {"num_hidden_units", "model.num_units"},
      {"num_steps", "training.steps"},
      {"optimizer", "training.optimizer, such as \"Adam\""},
      {"optimizer_kwargs", "training.optimizer, such as { name = \"Adam\", lr = 3e-4 }"},
      {"output_dimension", "model.num_output"},
      {"pad_before_transform", "not needed: an embedding has a row for each bin"},
      {"regularizer_weight", "training.regularizer.weight"},
      {"supervised_loss", "objective[0].loss"},
      {"temperature", "objective[0].loss.temperature"},
      {"temperature_mode", "objective[0].loss, whose name begins with Fixed or Learnable"},
      {"time_offsets", "objective[0].distribution.time_offset"},
      {"verbose", "--quiet on the command line"}};
  const auto found = keys.find(name);
  return found == keys.end() ? "" : found->second;
}

}  // namespace facet
