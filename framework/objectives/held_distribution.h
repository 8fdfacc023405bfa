#pragma once

#include <memory>

#include "facet/distribution.h"

namespace facet {

/// The same distribution, held to what its header promises whenever it draws: a positive for each
/// reference, each of them a bin of the space. Throws ComponentError where its references are not.
std::shared_ptr<const Distribution> held_to_its_promises(
    std::shared_ptr<const Distribution> distribution, const Bins& space);

}  // namespace facet
