// The first error: invalid covariant return type
// Below it: no at::Tensor: return {total, alignment, uniformity};
#include "facet/criterion.h"
#include "facet/plugin.h"

namespace {

struct Mine : facet::ContrastiveCriterion {
  at::Tensor forward(const at::Tensor& reference, const at::Tensor& positive,
                     const at::Tensor&) override {
    return (reference - positive).square().mean();
  }
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<Mine>("mine", "a mistake");
}
