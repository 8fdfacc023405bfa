#include "framework/assembly/create_layout.h"

#include "framework/config/solver_rules.h"
#include "framework/layout/joined_sessions.h"
#include "framework/layout/separate_sessions.h"

namespace facet {

std::shared_ptr<const SessionLayout> create_layout(const TrainingConfig& training) {
  if (solver_rule(training.solver).unified)
    return std::make_shared<JoinedSessions>(training.align_by);
  return std::make_shared<SeparateSessions>();
}

}  // namespace facet
