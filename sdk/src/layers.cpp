#include "facet/layers.h"

namespace facet {

Layered::~Layered() = default;

}  // namespace facet
