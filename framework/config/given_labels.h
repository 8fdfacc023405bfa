#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/config/run_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// The labels that the run's objectives were trained with: targets, and whatever the options of
/// distributions and losses name. Each once, in the order in which they are named.
FACET_API std::vector<std::string> trained_labels(const RunConfig& config,
                                                  const Registry& registry);

/// Those that the options of an objective's distribution name: by which it compares bins.
FACET_API std::vector<std::string> compared_labels(const ObjectiveConfig& objective,
                                                   const Registry& registry);

/// All labels that the run names, in whatever component or key. Each once.
FACET_API std::vector<std::string> asked_labels(const RunConfig& config, const Registry& registry);

/// Labels that a unified encoder is given, since they choose what it sees beside a bin: one
/// sentence each, for the user. Of other runs none.
FACET_API std::vector<std::string> check_alignment(const RunConfig& config);

/// Labels that are decoded from an embedding that was given them: one sentence each, for the user;
/// those of check_alignment in any case. Where bins were held out, decoding a trained label on them
/// is a fair question; where nothing was, the embedding was shaped by the very values that are then
/// read from it.
FACET_API std::vector<std::string> check_decoding(const RunConfig& config, const Registry& registry,
                                                  bool held_out);

}  // namespace facet
