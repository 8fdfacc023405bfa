#include "info_nce_criterions.h"

#include <ATen/ops/clamp_max.h>
#include <ATen/ops/full.h>

#include <cmath>

#include "../kernels/info_nce.h"
#include "contrastive_loss.h"
#include "facet/plugin.h"

namespace facet {

namespace {

ContrastiveDefinition info_nce_definition(Similarity similarity) {
  return {"InfoNCE", [similarity](const kernels::Samples& samples, bool with_gradient) {
            return kernels::info_nce(samples, with_gradient, similarity);
          }};
}

}  // namespace

Documentation info_nce_documentation(Similarity similarity) {
  const std::string phi = similarity == Similarity::cosine ? "phi(x, y) = x . y / temperature"
                                                           : "phi(x, y) = -|x - y|^2 / temperature";
  return {.formula = phi +
                     "; alignment = -mean_i phi(reference_i, positive_i); uniformity = mean_i "
                     "log sum_j exp phi(reference_i, negative_j); total = alignment + uniformity",
          .shapes = "reference, positive: B x d; negative: M x d; each result a scalar",
          .units = "nats; log M is not subtracted",
          .source = similarity == Similarity::cosine
                        ? "van den Oord, Li, Vinyals, arXiv:1807.03748 (2018)"
                        : "Schneider, Gonzalez Laiz, Filippova, Frey, Mathis, AISTATS (2025)"};
}

template <Similarity similarity>
ContrastiveLoss FixedInfoNCE<similarity>::forward(const at::Tensor& reference,
                                                  const at::Tensor& positive,
                                                  const at::Tensor& negative) {
  return contrastive_loss(info_nce_definition(similarity), reference, positive, negative,
                          at::full({}, 1 / temperature_, reference.options()));
}

template <Similarity similarity>
LearnableInfoNCE<similarity>::LearnableInfoNCE(const Options& options)
    : log_inverse_temperature_(at::full({}, -std::log(options.temperature), at::kFloat)),
      min_temperature_(options.min_temperature) {
  log_inverse_temperature_.set_requires_grad(true);
}

template <Similarity similarity>
at::Tensor LearnableInfoNCE<similarity>::inverse_temperature() const {
  // Far beyond the bound exp() would be infinite, and its gradient there 0 times infinity.
  const at::Tensor bounded =
      at::clamp_max(log_inverse_temperature_, 1 - std::log(min_temperature_));
  return at::clamp_max(bounded.exp(), 1 / min_temperature_);
}

template <Similarity similarity>
ContrastiveLoss LearnableInfoNCE<similarity>::forward(const at::Tensor& reference,
                                                      const at::Tensor& positive,
                                                      const at::Tensor& negative) {
  return contrastive_loss(info_nce_definition(similarity), reference, positive, negative,
                          inverse_temperature());
}

template <Similarity similarity>
std::vector<NamedTensor> LearnableInfoNCE<similarity>::state() const {
  return {{"log_inverse_temperature", log_inverse_temperature_}};
}

template <Similarity similarity>
std::vector<Quantity> LearnableInfoNCE<similarity>::quantities() const {
  const at::Tensor unbounded = log_inverse_temperature_.detach().to(at::kDouble).neg().exp();
  return {{"temperature", inverse_temperature().detach().to(at::kDouble).reciprocal(),
           /*at_bound=*/unbounded.le(min_temperature_)}};
}

template class FixedInfoNCE<Similarity::cosine>;
template class FixedInfoNCE<Similarity::euclidean>;
template class LearnableInfoNCE<Similarity::cosine>;
template class LearnableInfoNCE<Similarity::euclidean>;

FACET_PLUGIN(registrar) {
  const std::string cosine = "InfoNCE on the dot product, at a fixed temperature";
  const std::string euclidean =
      "InfoNCE on the negative squared Euclidean distance, at a fixed temperature";
  registrar.add<FixedCosineInfoNCE>("FixedCosineInfoNCE", cosine);
  registrar.add<FixedCosineInfoNCE>("CosineInfoNCE", cosine);
  registrar.add<FixedCosineInfoNCE>("InfoNCE", cosine);
  registrar.add<FixedEuclideanInfoNCE>("FixedEuclideanInfoNCE", euclidean);
  registrar.add<FixedEuclideanInfoNCE>("EuclideanInfoNCE", euclidean);
  registrar.add<FixedEuclideanInfoNCE>("InfoMSE", euclidean);
  registrar.add<LearnableCosineInfoNCE>("LearnableCosineInfoNCE",
                                        "InfoNCE on the dot product, its temperature trained");
  registrar.add<LearnableEuclideanInfoNCE>(
      "LearnableEuclideanInfoNCE",
      "InfoNCE on the negative squared Euclidean distance, its temperature trained");
}

}  // namespace facet
