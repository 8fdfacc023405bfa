#pragma once

#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/model.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// The older way of dividing an embedding, kept for those who know it: use
/// SubspaceMultiobjectiveModel instead. Says so once, by facet::warn.
///
/// With `renormalize` every output is brought to unit length by itself, so overlapping outputs have
/// norm 1 (not sqrt(k)).
class FACET_API MultiobjectiveModel : public Model {
 public:
  struct Mode {
    static constexpr const char* OVERLAPPING = "overlapping";  ///< 0:x0, 0:x1, ...
    static constexpr const char* SEPARATE = "separate";        ///< 0:x0, x0:x1, ...
    static bool is_valid(const std::string& mode);
  };

  /// `dimensions` ascending; `append_last_dimension` adds the number of outputs to them. Throws
  /// Error for an unknown mode or dimensions that do not end at the number of outputs.
  MultiobjectiveModel(std::shared_ptr<Model> module, std::vector<std::int64_t> dimensions,
                      bool renormalize = false, const std::string& output_mode = Mode::OVERLAPPING,
                      bool append_last_dimension = false);

  at::Tensor forward(const at::Tensor& windows) override { return module_->forward(windows); }
  std::vector<at::Tensor> outputs(const at::Tensor& windows);

  Offset offset() const override { return module_->offset(); }
  std::int64_t num_output() const override { return module_->num_output(); }
  bool convolutional() const override { return module_->convolutional(); }
  bool normalized() const override { return module_->normalized(); }
  const std::vector<FeatureRange>& feature_ranges() const { return feature_ranges_; }

 private:
  std::shared_ptr<Model> module_;
  std::vector<FeatureRange> feature_ranges_;
  bool renormalize_;
};

}  // namespace facet
