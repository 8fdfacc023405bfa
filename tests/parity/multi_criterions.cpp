#include <ATen/Functions.h>

#include "framework/cebra/loss_config.h"
#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

std::vector<LossConfig> loss_configs(const ReferenceCase& reference, const Registry& registry,
                                     bool contrastive) {
  std::vector<LossConfig> configs;
  for (const auto& entry : reference.options.at("losses")) {
    const std::string name = entry.at("loss").at("name");
    require_component(registry, "criterion", name);
    const ComponentChoice choice{name, to_table(entry.at("loss").at("kwargs"))};
    LossConfig config;
    config.indices = {entry.at("indices").at(0), entry.at("indices").at(1)};
    (contrastive ? config.contrastive_loss : config.supervised_loss) = choice;
    configs.push_back(config);
  }
  return configs;
}

/// Leaves where a gradient is asked for; classes have none.
at::Tensor input(const ReferenceCase& reference, const std::string& name) {
  if (!reference.has_input(name)) return {};
  const at::Tensor& value = reference.input(name);
  return reference.expects("grad_" + name) ? leaf(value) : value;
}

}  // namespace

Arrays multi_criterions(const ReferenceCase& reference, Registry& registry) {
  const std::string mode = reference.options.at("mode");
  const bool contrastive = mode == "contrastive";
  const auto criterions =
      create_criterions(registry, loss_configs(reference, registry, contrastive), mode);
  std::vector<Batch> batches;
  for (std::size_t i = 0; i < criterions->size(); ++i) {
    const std::string index = std::to_string(i);
    Batch batch{input(reference, "ref_" + index)};
    (contrastive ? batch.positive : batch.targets.target) = input(reference, "pos_" + index);
    batch.negative = input(reference, "neg_" + index);
    batches.push_back(batch);
  }
  const at::Tensor losses = at::stack(criterions->forward(batches));
  const at::Tensor total = losses.sum();
  total.backward();

  Arrays got = {{"loss", losses}, {"total", total}};
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const std::string index = std::to_string(i);
    got["grad_ref_" + index] = grad_of(batches[i].reference);
    got["grad_pos_" + index] =
        grad_of(contrastive ? batches[i].positive : batches[i].targets.target);
    if (batches[i].negative.defined()) got["grad_neg_" + index] = grad_of(batches[i].negative);
  }
  return got;
}

}  // namespace facet::parity
