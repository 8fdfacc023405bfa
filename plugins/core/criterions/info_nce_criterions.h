#pragma once

#include "../kernels/contrastive_tensors.h"
#include "facet/criterion.h"
#include "facet/options.h"
#include "facet/registrar.h"

namespace facet {

using kernels::Similarity;

Documentation info_nce_documentation(Similarity similarity);

/// InfoNCE at a temperature that stays what it is.
template <Similarity similarity>
class FixedInfoNCE : public ContrastiveCriterion {
 public:
  struct Options {
    double temperature = 1.0;

    static void describe(OptionsDescription<Options>& options) {
      options.add("temperature", &Options::temperature, "divides the similarities").above(0);
    }
  };
  static inline const Documentation documentation = info_nce_documentation(similarity);

  explicit FixedInfoNCE(const Options& options) : temperature_(options.temperature) {}

  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override;
  bool expects_unit_length() const override { return similarity == Similarity::cosine; }
  bool is_info_nce() const override { return true; }
  bool is_mean_over_references() const override { return true; }

 private:
  double temperature_;
};

/// InfoNCE at a temperature that is trained along. The parameter `log_inverse_temperature` is
/// log(1 / temperature); it has no gradient while the temperature is held at its minimum.
template <Similarity similarity>
class LearnableInfoNCE : public ContrastiveCriterion {
 public:
  struct Options {
    double temperature = 1.0;
    double min_temperature = 0.1;

    static void describe(OptionsDescription<Options>& options) {
      options.add("temperature", &Options::temperature, "divides the similarities at the start")
          .above(0);
      options
          .add("min_temperature", &Options::min_temperature,
               "the temperature does not fall below it")
          .above(0);
    }
  };
  static inline const Documentation documentation = info_nce_documentation(similarity);

  explicit LearnableInfoNCE(const Options& options);

  ContrastiveLoss forward(const at::Tensor& reference, const at::Tensor& positive,
                          const at::Tensor& negative) override;
  std::vector<NamedTensor> state() const override;
  std::vector<Quantity> quantities() const override;
  bool expects_unit_length() const override { return similarity == Similarity::cosine; }
  bool is_info_nce() const override { return true; }
  bool is_mean_over_references() const override { return true; }

 private:
  at::Tensor inverse_temperature() const;

  at::Tensor log_inverse_temperature_;  // shape ()
  double min_temperature_;
};

using FixedCosineInfoNCE = FixedInfoNCE<Similarity::cosine>;
using FixedEuclideanInfoNCE = FixedInfoNCE<Similarity::euclidean>;
using LearnableCosineInfoNCE = LearnableInfoNCE<Similarity::cosine>;
using LearnableEuclideanInfoNCE = LearnableInfoNCE<Similarity::euclidean>;

}  // namespace facet
