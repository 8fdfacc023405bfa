#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

#include "facet/criterion.h"
#include "facet/model.h"
#include "facet/recording.h"

// What components are tried on: small, the same each time.
namespace facet {

/// The labels of trial_space: continuous, two columns; discrete, three classes.
inline constexpr const char* trial_position = "position";
inline constexpr const char* trial_class = "class";

/// 300 bins in two segments with a hole and a held-out end, of one session or of two.
SamplingSpace trial_space(std::int64_t num_sessions = 1);

/// In which circumstances a component is tried.
struct Situation {
  std::uint64_t seed = 1;
  std::int64_t rows = 5;
  at::ScalarType type = at::kFloat;
  double scale = 1;          ///< what normal numbers are multiplied with
  std::int64_t columns = 3;  ///< of embeddings that a criterion is given
};

/// More rows and columns than what is tried otherwise.
inline constexpr Situation wider{1, 32, at::kFloat, 1, 8}, widest{2, 100, at::kFloat, 1, 12};

/// Normal numbers. The same in every type, but for rounding.
at::Tensor trial_numbers(std::vector<std::int64_t> shape, const Situation& situation,
                         std::uint64_t which = 0);

/// What labels can be, for samples or their elements: numbers between 0 and 1, signs,
/// classes, lists of classes.
std::vector<at::Tensor> trial_targets(const Situation& situation);

/// Linear in its windows of three bins, four neurons, to two outputs: what an attribution is tried
/// on.
class TrialModel : public Model {
 public:
  TrialModel();
  at::Tensor forward(const at::Tensor& windows) override;
  Offset offset() const override { return {1, 2}; }
  std::int64_t num_output() const override { return 2; }

 private:
  at::Tensor weight_;
};

}  // namespace facet
