#pragma once

#include <torch/nn/modules/container/sequential.h>

#include "facet/layers.h"
#include "facet/model.h"
#include "facet/registrar.h"

namespace facet {

/// What nearly every encoder can be told.
struct EncoderOptions {
  std::int64_t num_units = 32;
  std::int64_t num_output = 8;
  bool normalize = true;
};

inline constexpr double most_units = 1e4;  ///< of a layer, so that its weights fit into memory
inline constexpr const char* num_output_doc = "dimensions of the embedding";
inline constexpr const char* normalize_doc = "whether the embedding has unit length";

/// `least_units`: 2 where one of the hidden layers has half as many.
template <class Options>
void describe_encoder(OptionsDescription<Options>& options, std::int64_t least_units) {
  options.add("num_units", &Options::num_units, "width of the hidden layers")
      .at_least(static_cast<double>(least_units))
      .at_most(most_units);
  options.add("num_output", &Options::num_output, num_output_doc).at_least(1).at_most(most_units);
  options.add("normalize", &Options::normalize, normalize_doc);
}

/// A model that is a row of layers, `net`: what derives from it fills that row. Its state has the
/// keys `net.<place>.<name>`.
///
/// Layers are made in the order in which CEBRA makes them, so that the same seed gives the same
/// initial parameters.
class Encoder : public Model, public Layered {
 public:
  at::Tensor forward(const at::Tensor& windows) override { return net->forward(windows); }
  Offset offset() const override { return offset_; }
  std::int64_t num_output() const override { return num_output_; }
  bool normalized() const override { return normalize_; }
  std::vector<Layer> layers() const override;

 protected:
  Encoder(std::int64_t num_output, bool normalize, const Offset& offset);

  /// The last layers of every encoder: unit length where it is asked for, and one row for each
  /// window.
  void finish();

  torch::nn::Sequential net;

 private:
  std::int64_t num_output_;
  bool normalize_;
  Offset offset_;
};

/// The window of `size` bins around a bin; of an even one, half lie before it.
Offset centred(std::int64_t size);

}  // namespace facet
