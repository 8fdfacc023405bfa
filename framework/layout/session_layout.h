#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "facet/distribution.h"
#include "framework/data/sessions.h"
#include "framework/layout/encoders.h"
#include "framework/layout/reference_source.h"
#include "framework/ranks/ranks.h"

namespace facet {

/// Windows that were encoded by themselves, for a regularizer: of one session's references those
/// of this rank.
struct EncodedWindows {
  at::Tensor windows;      ///< n x N x T, require a gradient
  at::Tensor output;       ///< n x outputs
  std::int64_t begin = 0;  ///< the first of them among those of all ranks
  std::int64_t total = 0;  ///< how many these are
  std::int64_t own = 0;    ///< how many are this rank's: n, or 0 where n = 1 stands for none
};

/// A list of references, encoded from windows that require a gradient.
struct EncodedReferences {
  std::vector<EncodedWindows> sessions;
  at::Tensor embedding;  ///< n x outputs, in the order of the list
};

/// Encodes this rank's share of `count` windows, and gathers the embedding of all (`embedding`).
/// `gather(begin, size)` gives windows.
template <class Gather>
EncodedWindows encode_windows(Model& model, std::int64_t count, Ranks& ranks, at::Tensor& embedding,
                              const Gather& gather) {
  EncodedWindows own;
  own.total = count;
  own.own = share_of(ranks, count).size();
  embedding = compute_in_shares(ranks, count, [&](std::int64_t begin, std::int64_t size) {
    own.begin = begin;
    own.windows = gather(begin, size).detach().requires_grad_();
    own.output = model.forward(own.windows);
    return own.output;
  });
  return own;
}

/// How the sessions of a run stand before its encoders: each before one of its own
/// (SeparateSessions), or all side by side before one that sees the neurons of all
/// (JoinedSessions). What depends on it is decided here alone.
///
/// Bins are numbered over all sessions (see Sessions). A *list of bins* is int64 on the CPU: n bins
/// where sessions are separate, n x sessions where they are joined, a row being what belongs
/// together. Signals are T_s x C_s, one for each session, on the encoders' device.
///
/// Immutable: used by several threads at once.
class SessionLayout {
 public:
  virtual ~SessionLayout() = default;

  /// The neurons that each encoder sees, one number for each encoder that there has to be.
  virtual std::vector<std::int64_t> num_neurons(const Sessions& sessions) const = 0;

  /// Whether an encoder sees all sessions side by side, so that none can be encoded by itself.
  virtual bool joins_sessions() const = 0;

  /// Throws Error where the sessions cannot stand so in the space.
  virtual void require_usable(const SamplingSpace&) const {}

  /// The parts of a space for each of which a distribution of its own searches positives.
  virtual std::vector<SamplingSpace> parts(const SamplingSpace& space) const = 0;
  /// Draws references and negatives from the space, by one prior for each session. Throws Error or
  /// what `create_prior` throws.
  virtual std::shared_ptr<const ReferenceSource> source(const SamplingSpace& space,
                                                        const CreatePrior& create_prior) const = 0;
  /// A positive for each reference, as a list of bins. `distributions`: one for each part.
  virtual at::Tensor positives(
      const std::vector<std::shared_ptr<const Distribution>>& distributions,
      const at::Tensor& references, Random& random) const = 0;

  /// The embedding of several lists of bins, each distinct bin encoded once by one of the ranks:
  /// for each list n x outputs.
  virtual std::vector<at::Tensor> encode(const Encoders& encoders,
                                         const std::vector<at::Tensor>& signals,
                                         const std::vector<at::Tensor>& lists,
                                         Ranks& ranks) const = 0;
  /// The same of one list, bin by bin, from windows that require a gradient; every rank encodes a
  /// share of the references.
  virtual EncodedReferences encode_references(const Encoders& encoders,
                                              const std::vector<at::Tensor>& signals,
                                              const at::Tensor& bins, Ranks& ranks) const = 0;

  /// The embedding of a whole session, one row for each bin: see transform.h. `training` are the
  /// bins that may stand beside those of the session where sessions are joined.
  virtual at::Tensor transform(const Encoders& encoders, const Sessions& sessions,
                               std::int64_t session, const SamplingSpace& training,
                               Ranks& ranks) const = 0;
};

/// What may be drawn from `segments` of the recordings: the bins in which a window fits. Throws
/// Error when there is none.
SamplingSpace sampling_space(const Sessions& sessions, std::vector<Segment> segments,
                             const Offset& offset);

}  // namespace facet
