#include "register_masks.h"

#include "block_masks.h"
#include "random_masks.h"

namespace facet {

void register_masks(Registrar& registrar) {
  registrar.add<RandomNeuronMask>("RandomNeuronMask", "hides neurons, each by chance");
  registrar.add<RandomTimestepMask>("RandomTimestepMask", "hides bins, each by chance");
  registrar.add<NeuronBlockMask>("NeuronBlockMask", "hides a block of neighbouring neurons");
  registrar.add<TimeBlockMask>("TimeBlockMask", "hides spans of bins");
}

}  // namespace facet
