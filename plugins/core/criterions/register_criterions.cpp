#include "register_criterions.h"

#include "info_nce_criterions.h"
#include "nce.h"

namespace facet {

void register_criterions(Registrar& registrar) {
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
  registrar.add<NCE>("NCE", "positives and negatives told apart by logistic regression");
}

}  // namespace facet
