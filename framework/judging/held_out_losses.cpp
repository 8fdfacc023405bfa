#include "framework/judging/held_out_losses.h"

#include "facet/criterion.h"
#include "facet/error.h"
#include "framework/metrics/goodness_of_fit.h"

namespace facet {

namespace {

double loss_of(std::size_t objective, const std::vector<Quantity>& losses) {
  const std::string name = column_of(objective, "loss");
  for (const Quantity& quantity : losses)
    if (quantity.name == name) return quantity.value.item<double>();
  throw Error("the validation gave no '" + name + "'");
}

/// `InfoNCE` of `core/InfoNCE`
std::string without_plugin(const std::string& name) {
  return name.substr(name.find('/') + 1);
}

bool is_info_nce(const Criterion& criterion) {
  const ContrastiveCriterion* contrastive = as_contrastive(&criterion);
  return contrastive && contrastive->is_info_nce();
}

}  // namespace

Figures held_out_losses(const Assembly& assembly) {
  Solver& solver = *assembly.solver;
  const auto losses = solver.validation(*assembly.valid_loader);
  const SampleBatch batch = assembly.valid_loader->batch(0);
  Figures figures;
  for (std::size_t i = 0; i < assembly.config.objective.size(); ++i) {
    const double loss = loss_of(i, losses);
    Figures own;
    if (is_info_nce(solver.criterion().criterion(i))) {
      const std::int64_t num_negatives = batch.objectives[i].negative.size(0);
      own = {{{"value"}, loss, "nats"}, {{"bits"}, goodness_of_fit(loss, num_negatives), "bits"}};
    } else {
      own = {{{"value"}, loss}};
    }
    append(figures, under({{"slice", solver.feature_ranges()[i]},
                           {"loss", without_plugin(assembly.config.objective[i].loss.name)},
                           {"objective", static_cast<std::int64_t>(i)}},
                          std::move(own)));
  }
  return figures;
}

}  // namespace facet
