#pragma once

#include <mutex>

#include "facet/choices.h"
#include "framework/layout/session_alignment.h"
#include "framework/layout/session_layout.h"

namespace facet {

/// All sessions side by side before one encoder that sees the neurons of all of them: beside a bin
/// of one session stand the bins of the others whose label is nearest to its own. References are
/// drawn from one session, chosen at random for each step; positives are searched within each
/// session. A row of a list of bins has one bin of each session.
class JoinedSessions : public SessionLayout {
 public:
  /// `label` aligns the sessions.
  explicit JoinedSessions(LabelChoice label) : label_(std::move(label)) {}

  std::vector<std::int64_t> num_neurons(const Sessions& sessions) const override;
  bool joins_sessions() const override { return true; }
  void require_usable(const SamplingSpace& space) const override { alignment(space); }
  std::vector<SamplingSpace> parts(const SamplingSpace& space) const override;
  std::shared_ptr<const ReferenceSource> source(const SamplingSpace& space,
                                                const CreatePrior& create_prior) const override;
  at::Tensor positives(const std::vector<std::shared_ptr<const Distribution>>& distributions,
                       const at::Tensor& references, Random& random) const override;
  std::vector<at::Tensor> encode(const Encoders& encoders, const std::vector<at::Tensor>& signals,
                                 const std::vector<at::Tensor>& lists, Ranks& ranks) const override;
  EncodedReferences encode_references(const Encoders& encoders,
                                      const std::vector<at::Tensor>& signals,
                                      const at::Tensor& bins, Ranks& ranks) const override;
  at::Tensor transform(const Encoders& encoders, const Sessions& sessions, std::int64_t session,
                       const SamplingSpace& training, Ranks& ranks) const override;

  /// Which bins of the space belong together. Searched once for the same bins: the layout is that
  /// of one run, whose labels do not change.
  std::shared_ptr<const SessionAlignment> alignment(const SamplingSpace& space) const;

 private:
  const LabelChoice label_;
  mutable std::mutex mutex_;
  mutable std::vector<std::pair<std::vector<Segment>, std::shared_ptr<const SessionAlignment>>>
      alignments_;
};

}  // namespace facet
