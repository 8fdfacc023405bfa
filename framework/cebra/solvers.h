#pragma once

#include "facet/export.h"
#include "framework/training/solver.h"

namespace facet {

/// CEBRA's name for what trains: the engine's Solver.
using MultiobjectiveSolverBase = Solver;

/// All objectives are contrastive: throws Error otherwise.
class FACET_API ContrastiveMultiobjectiveSolverxCEBRA : public MultiobjectiveSolverBase {
 public:
  ContrastiveMultiobjectiveSolverxCEBRA(std::shared_ptr<Model> model,
                                        std::shared_ptr<MultiCriterions> criterion,
                                        std::shared_ptr<Optimizer> optimizer, Options options);
};

/// All objectives are supervised, as a baseline: throws Error otherwise.
class FACET_API SupervisedMultiobjectiveSolverxCEBRA : public MultiobjectiveSolverBase {
 public:
  SupervisedMultiobjectiveSolverxCEBRA(std::shared_ptr<Model> model,
                                       std::shared_ptr<MultiCriterions> criterion,
                                       std::shared_ptr<Optimizer> optimizer, Options options);
};

}  // namespace facet
