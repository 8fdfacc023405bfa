#include "facet/model.h"

#include "facet/stochastic.h"

namespace facet {

Stochastic::~Stochastic() = default;

Model::~Model() = default;

bool Model::convolutional() const {
  return false;
}

bool Model::normalized() const {
  return false;
}

void Model::set_random(Random random) {
  apply([&](torch::nn::Module& module) {
    if (auto* stochastic = dynamic_cast<Stochastic*>(&module))
      stochastic->draw_from(Random(random()));
  });
}

bool Model::draws() const {
  bool stochastic = false;
  apply([&](const torch::nn::Module& module) {
    stochastic = stochastic || dynamic_cast<const Stochastic*>(&module) != nullptr;
  });
  return stochastic && is_training();
}

}  // namespace facet
