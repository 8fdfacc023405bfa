#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "framework/registry/registry.h"
#include "parity/reference_case.h"

namespace facet::parity {

/// A case that Facet does not know how to compute; the message says what is missing.
class NotYetSupported : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Computes, through the public door, what the case expects: the arrays under the names of
/// `expected`. Components come from the registry under the names of the case. Throws
/// NotYetSupported where one is not there.
using Handler = Arrays (*)(const ReferenceCase& reference, Registry& registry);

Arrays criterion(const ReferenceCase& reference, Registry& registry);
Arrays criterion_nn(const ReferenceCase& reference, Registry& registry);
Arrays multi_criterions(const ReferenceCase& reference, Registry& registry);
Arrays distribution_search(const ReferenceCase& reference, Registry& registry);
Arrays conditional_search(const ReferenceCase& reference, Registry& registry);
Arrays distribution_conditional(const ReferenceCase& reference, Registry& registry);
Arrays distribution_statistics(const ReferenceCase& reference, Registry& registry);
Arrays expand_index(const ReferenceCase& reference, Registry& registry);
Arrays model(const ReferenceCase& reference, Registry& registry);
Arrays multiobjective_model(const ReferenceCase& reference, Registry& registry);
Arrays renormalize_ranges(const ReferenceCase& reference, Registry& registry);
Arrays regularizer(const ReferenceCase& reference, Registry& registry);
Arrays regularizer_random(const ReferenceCase& reference, Registry& registry);
Arrays scheduler(const ReferenceCase& reference, Registry& registry);
Arrays trajectory(const ReferenceCase& reference, Registry& registry);
Arrays decoder_knn(const ReferenceCase& reference, Registry& registry);

/// Which handler computes cases of a kind.
const std::map<std::string, Handler>& handlers();

}  // namespace facet::parity
