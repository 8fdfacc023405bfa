#pragma once

#include "framework/calls/passes_calls.h"

namespace facet {

/// Another rank failed, and has told why: `rank 1 (host n2): WHY`.
class FACET_API RankFailed : public PassesCalls {
 public:
  using PassesCalls::PassesCalls;
  ~RankFailed() override;
};

/// Ranks have ended without a word, or do not answer:
/// `rank 1 (host n2, process 4711) ended or does not answer since step 120`.
class FACET_API RanksEnded : public PassesCalls {
 public:
  using PassesCalls::PassesCalls;
  ~RanksEnded() override;
};

}  // namespace facet
