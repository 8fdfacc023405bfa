#include <ATen/ops/eye.h>
#include <ATen/ops/mm.h>

#include "facet/criterion.h"
#include "facet/error.h"
#include "facet/plugin.h"
#include "facet/unit_length.h"

namespace {

/// The supervised contrastive loss, in which every class weighs the same among what an anchor is
/// compared with, however often it occurs. In a config:
///
///     loss = { name = "lab/SupervisedContrastive", temperature = 0.2 }
///     target = "target"
///
/// Of a batch of B samples, z_i being the row of one with unit length and s_ik = z_i . z_k /
/// temperature the similarity of two, it is
///
///     mean_i mean_p [ log sum_c mean_{k of class c} exp(s_ik) - s_ip ]
///
/// with p the other samples of the class of the anchor i, c the classes in the batch, and k never
/// i. Anchors that are alone in their class have no p and are left out. Where the embedding tells
/// nothing of C classes the loss is log C.
///
/// It is a supervised criterion: the negatives of a contrastive one come without their classes,
/// while here each sample meets all others of the batch and their classes.
class SupervisedContrastive : public facet::SupervisedCriterion {
 public:
  struct Options {
    double temperature = 0.2;

    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("temperature", &Options::temperature, "divides the similarities")
          .at_least(0.01)
          .at_most(100);
    }
  };
  static inline const facet::Documentation documentation = {
      .formula =
          "mean_i mean_p [log sum_c mean_{k of class c} exp(z_i . z_k / temperature) - z_i . z_p / "
          "temperature], z of unit length, p of the class of i, neither k nor p being i",
      .shapes = "prediction: B x d; target: B classes; the result a scalar",
      .units = "nats",
      .source =
          "Khosla et al.: Supervised contrastive learning (2020); the mean over each class: Zhu et "
          "al.: Balanced contrastive learning for long-tailed visual recognition (2022)"};

  explicit SupervisedContrastive(const Options& options) : temperature_(options.temperature) {}

  bool accepts(facet::LabelKind label) const override {
    return label == facet::LabelKind::discrete;
  }

  at::Tensor forward(const at::Tensor& prediction, const facet::Targets& targets) override {
    const at::Tensor& classes = targets.target;
    if (classes.dim() != 1 || classes.size(0) != prediction.size(0))
      throw facet::Error("the target must be a class for each of the " +
                         std::to_string(prediction.size(0)) + " samples");
    const at::Tensor z = facet::unit_length(prediction, 1);
    const at::Tensor similarity = at::mm(z, z.t()) / temperature_;  // B x B, as all that follow
    const at::Tensor alike = classes.unsqueeze(1) == classes;
    const at::Tensor itself = at::eye(z.size(0), alike.options());
    const at::Tensor positive = alike.logical_and(itself.logical_not()).to(z.scalar_type());

    // Of the samples other than the one of the row, how many are of the class of the column.
    const at::Tensor class_size = alike.sum(0) - alike.to(at::kLong);
    const at::Tensor shares = similarity - class_size.clamp_min(1).to(z.scalar_type()).log();
    const at::Tensor contrast = shares.masked_fill(itself, -1e30).logsumexp(1, /*keepdim=*/true);
    const at::Tensor num_positives = positive.sum(1);
    const at::Tensor of_anchor =
        ((contrast - similarity) * positive).sum(1) / num_positives.clamp_min(1);

    dimension_ = effective_dimension(z.detach());
    return of_anchor.sum() / num_positives.clamp_max(1).sum().clamp_min(1);
  }

  std::vector<facet::Quantity> quantities() const override {
    if (!dimension_.defined()) return {};
    return {{"effective_dimension", dimension_}};
  }

 private:
  /// The participation ratio (sum l)^2 / sum l^2 of the eigenvalues l of the covariance of z: 1
  /// where z varies along a line, d where it varies alike in d directions, 0 where it is one point.
  /// Both sums are at hand in the covariance itself: its trace, and its squared entries.
  static at::Tensor effective_dimension(const at::Tensor& z) {
    const at::Tensor centred = z - z.mean(0, /*keepdim=*/true);
    const at::Tensor covariance = at::mm(centred.t(), centred) / static_cast<double>(z.size(0));
    return covariance.trace().square() / covariance.square().sum().clamp_min(1e-30);
  }

  double temperature_;
  at::Tensor dimension_;
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<SupervisedContrastive>(
      "SupervisedContrastive",
      "samples of a class attract, all classes repel with the same weight");
}
