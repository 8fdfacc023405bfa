#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// What the name of a solver asks of a config. All of them are one engine.
struct SolverRule {
  std::string name;
  std::int64_t num_objectives = 0;  ///< 0: any number
  bool contrastive = true;          ///< whether losses may be contrastive
  bool supervised = true;           ///< whether losses may be supervised
  /// Behaviour on a slice, time on the whole embedding, and one criterion for both.
  bool hybrid = false;
  std::optional<bool> several_sessions = {};  ///< whether there must be several; nothing: either
  bool labelled = false;                      ///< whether contrastive losses compare labels
  bool full_batch = false;                    ///< every step sees all bins in one dense pass
  /// One encoder sees the neurons of all sessions side by side, aligned by `align_by`.
  bool unified = false;
};

FACET_API const std::vector<SolverRule>& solver_rules();
FACET_API std::vector<std::string> solver_names();
/// Throws Error for an unknown name.
FACET_API const SolverRule& solver_rule(const std::string& name);

}  // namespace facet
