#pragma once

#include "facet/model.h"
#include "facet/stochastic.h"
#include "script.h"

namespace facet {

/// An encoder whose forward is a script's. Its parameters and buffers are the script's, under the
/// names that they have there.
class ScriptModel : public Model, public Stochastic {
 public:
  /// Its outputs are found by encoding two windows. Throws Error that names the file where the
  /// script has nothing to train, or does not encode windows of so many neurons.
  ScriptModel(Script script, Offset offset, const Arguments& arguments);

  /// Throws Error that names the file where the script does.
  at::Tensor forward(const at::Tensor& windows) override;
  Offset offset() const override { return offset_; }
  std::int64_t num_output() const override { return num_output_; }
  bool normalized() const override { return normalized_; }

  void train(bool on = true) override;
  void draw_from(const Random& random) override;

 private:
  c10::IValue encode(const at::Tensor& windows);
  at::Tensor dry_run(const at::Tensor& windows);

  Script script_;
  Offset offset_;
  std::int64_t num_output_ = 0;
  bool normalized_ = false;
  at::Tensor drawn_;  // how far the global generator is, for this model alone
};

}  // namespace facet
