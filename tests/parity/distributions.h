#pragma once

#include <memory>

#include "facet/distribution.h"
#include "framework/registry/registry.h"
#include "parity/reference_case.h"

namespace facet::parity {

/// What a case of a distribution draws from: one segment, with the labels `continuous` and
/// `discrete` where the case has them.
SamplingSpace sampling_space(const ReferenceCase& reference);

/// The distribution of the case; null for a case about the prior alone.
std::shared_ptr<Distribution> create_distribution(const ReferenceCase& reference,
                                                  Registry& registry, const SamplingSpace& space);

/// The prior of the case, over the bins that can be references of `distribution`.
std::shared_ptr<Prior> create_prior(const ReferenceCase& reference, Registry& registry,
                                    SamplingSpace space, const Distribution* distribution);

}  // namespace facet::parity
