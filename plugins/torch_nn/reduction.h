#pragma once

#include <ATen/core/Reduction.h>
#include <ATen/core/Tensor.h>

#include <string>

#include "facet/options.h"

namespace facet {

/// How a loss for each sample or element becomes one number: a base of a loss's options.
struct Reduced {
  std::string reduction = "mean";

  template <class Options>
  static void describe_reduction(OptionsDescription<Options>& options) {
    options.add("reduction", &Reduced::reduction, "how the parts of the loss become one number")
        .one_of({"mean", "sum"});
  }

  /// As libtorch's functions take it.
  std::int64_t code() const {
    return reduction == "sum" ? at::Reduction::Sum : at::Reduction::Mean;
  }
  at::Tensor reduce(const at::Tensor& losses) const {
    return reduction == "sum" ? losses.sum() : losses.mean();
  }
};

/// The options of a loss that has no other ones.
struct ReductionAlone : Reduced {
  static void describe(OptionsDescription<ReductionAlone>& options) { describe_reduction(options); }
};

}  // namespace facet
