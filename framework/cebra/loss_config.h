#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/registry/registry.h"
#include "framework/training/multi_criterions.h"

namespace facet {

/// One loss of CEBRA's MultiCriterions: a slice, and a criterion for either mode.
struct LossConfig {
  FeatureRange indices;
  std::optional<ComponentChoice> contrastive_loss = {};
  std::optional<ComponentChoice> supervised_loss = {};
};

/// Adds a problem at `key` where the criterion that `choice` names is not of the form that is asked
/// for: contrastive losses go with distributions, supervised ones with labels.
FACET_API void require_form(const Criterion& criterion, bool contrastive,
                            const ComponentChoice& choice, const std::string& key,
                            Problems& problems);

/// Creates the criterions by name. `mode` is "contrastive" or "supervised" and says which loss of
/// each entry is used; without it each entry must have exactly one, of either kind. Throws
/// OptionsError with all that is wrong (keys `losses[i].contrastive_loss...`).
FACET_API std::shared_ptr<MultiCriterions> create_criterions(
    Registry& registry, const std::vector<LossConfig>& losses,
    const std::optional<std::string>& mode);

}  // namespace facet
