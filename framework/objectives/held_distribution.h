#pragma once

#include <memory>

#include "facet/distribution.h"
#include "framework/calls/promises.h"

namespace facet {

/// The same distribution, held to what its header promises whenever it draws: a positive for each
/// reference, each of them a bin of the space, and nothing written into the labels. Throws
/// ComponentError where its references are no bins of the space.
std::shared_ptr<const Distribution> held_to_its_promises(
    std::shared_ptr<const Distribution> distribution, const SamplingSpace& space);

/// The labels that distributions share, held to be the same.
Unwritten unwritten(const Labels& labels);

}  // namespace facet
