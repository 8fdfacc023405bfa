#pragma once

#include <memory>
#include <vector>

#include "facet/mask.h"
#include "facet/model.h"
#include "facet/stochastic.h"

namespace facet {

/// An encoder whose windows are masked while it trains, as CEBRA masks its batches: of the masks
/// one is drawn for every pass, and each window is masked by itself. In eval mode it is the encoder
/// that it wraps. A gradient with respect to the windows is that of the masked ones.
///
/// The wrapped model is shared.
class MaskedModel : public Model, public Stochastic {
 public:
  /// At least one mask.
  MaskedModel(std::shared_ptr<Model> module, std::vector<std::shared_ptr<const Mask>> masks);

  void draw_from(const Random& random) override { random_ = random; }
  at::Tensor forward(const at::Tensor& windows) override;
  Offset offset() const override { return module_->offset(); }
  std::int64_t num_output() const override { return module_->num_output(); }
  bool convolutional() const override { return module_->convolutional(); }
  bool normalized() const override { return module_->normalized(); }

 private:
  std::shared_ptr<Model> module_;
  std::vector<std::shared_ptr<const Mask>> masks_;
  Random random_{0};
};

/// Each of the models, with masks where there are any.
std::vector<std::shared_ptr<Model>> masked(const std::vector<std::shared_ptr<Model>>& models,
                                           const std::vector<std::shared_ptr<const Mask>>& masks);

}  // namespace facet
