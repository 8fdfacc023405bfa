#pragma once

#include "framework/layout/session_layout.h"

namespace facet {

/// Each session before an encoder of its own; also a single recording. A list of bins may mix
/// sessions; as many references are drawn from each, session after session.
class SeparateSessions : public SessionLayout {
 public:
  std::vector<std::int64_t> num_neurons(const Sessions& sessions) const override;
  bool joins_sessions() const override { return false; }
  std::vector<SamplingSpace> parts(const SamplingSpace& space) const override { return {space}; }
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
};

}  // namespace facet
