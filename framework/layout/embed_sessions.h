#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "framework/layout/encoders.h"

namespace facet {

/// The embedding of several lists of bins, each bin once, in the order of the lists: each bins x
/// outputs. `signals` are T_s x C_s, one a session, on the encoders' device.
///
/// One encoder a session: lists of bins (int64, CPU), numbered over all sessions; every bin is
/// encoded by the encoder of its session. One encoder for several sessions: lists of n x S, a row
/// of bins, one in every session, whose windows stand side by side.
std::vector<at::Tensor> embed_sessions(const Encoders& encoders,
                                       const std::vector<at::Tensor>& signals,
                                       const std::vector<at::Tensor>& lists);

/// The bins among `bins` (numbered over all sessions) that are of one session.
struct SessionBins {
  std::int64_t session = 0;
  at::Tensor positions;  ///< where they stand in `bins`
  at::Tensor bins;       ///< counted from the session's first
};

/// Cuts `bins` into those of each session; sessions without any are left out.
std::vector<SessionBins> group_by_session(const at::Tensor& bins,
                                          const std::vector<at::Tensor>& signals);

/// Rows of parts that were computed session by session, put back in the order of the bins.
at::Tensor in_order(const std::vector<at::Tensor>& parts, const std::vector<SessionBins>& groups);

}  // namespace facet
