#include "framework/layout/separate_sessions.h"

#include <ATen/Functions.h>

#include "facet/error.h"
#include "framework/data/windows.h"
#include "framework/embedding/embedding_plan.h"
#include "framework/embedding/transform.h"
#include "framework/layout/bin_lists.h"

namespace facet {

namespace {

class SeparateSource : public ReferenceSource {
 public:
  explicit SeparateSource(std::vector<SessionPrior> priors) : priors_(std::move(priors)) {}

  DrawnBins draw(std::optional<std::int64_t> count, Random& random) const override {
    std::vector<std::int64_t> bins;
    for (const SessionPrior& session : priors_) {
      const std::vector<std::int64_t> own = session.draw(count, random);
      bins.insert(bins.end(), own.begin(), own.end());
    }
    const at::Tensor drawn = at::tensor(bins, at::kLong);
    return {drawn, drawn};
  }

 private:
  std::vector<SessionPrior> priors_;
};

/// The bins among a list (numbered over all sessions) that are of one session.
struct SessionBins {
  std::int64_t session = 0;
  at::Tensor positions;  // where they stand in the list
  at::Tensor bins;       // counted from the session's first
};

/// Cuts `bins` into those of each session; sessions without any are left out.
std::vector<SessionBins> group_by_session(const at::Tensor& bins,
                                          const std::vector<at::Tensor>& signals) {
  std::vector<SessionBins> groups;
  std::int64_t first = 0;
  for (std::size_t session = 0; session < signals.size(); ++session) {
    const std::int64_t end = first + signals[session].size(0);
    const at::Tensor positions = bins.ge(first).logical_and(bins.lt(end)).nonzero().flatten();
    if (positions.numel() > 0)
      groups.push_back(
          {static_cast<std::int64_t>(session), positions, bins.index_select(0, positions) - first});
    first = end;
  }
  return groups;
}

/// Rows of parts that were computed session by session, put back in the order of the bins.
at::Tensor in_order(const std::vector<at::Tensor>& parts, const std::vector<SessionBins>& groups) {
  std::vector<at::Tensor> positions;
  for (const SessionBins& group : groups) positions.push_back(group.positions);
  const at::Tensor order = at::cat(positions).argsort();
  const at::Tensor rows = at::cat(parts);
  return rows.index_select(0, order.to(rows.device()));
}

const at::Tensor& signals_of(const SessionBins& group, const std::vector<at::Tensor>& signals) {
  return signals[static_cast<std::size_t>(group.session)];
}

}  // namespace

std::vector<std::int64_t> SeparateSessions::num_neurons(const Sessions& sessions) const {
  std::vector<std::int64_t> numbers;
  for (const Recording& recording : sessions.recordings())
    numbers.push_back(recording.num_channels());
  return numbers;
}

std::shared_ptr<const ReferenceSource> SeparateSessions::source(
    const SamplingSpace& space, const CreatePrior& create_prior) const {
  return std::make_shared<SeparateSource>(session_priors(space, create_prior));
}

at::Tensor SeparateSessions::positives(
    const std::vector<std::shared_ptr<const Distribution>>& distributions,
    const at::Tensor& references, Random& random) const {
  return sample_positives(*distributions.at(0), references, random);
}

std::vector<at::Tensor> SeparateSessions::encode(const Encoders& encoders,
                                                 const std::vector<at::Tensor>& signals,
                                                 const std::vector<at::Tensor>& lists,
                                                 Ranks& ranks) const {
  if (signals.size() == 1) {
    Model& model = encoders.of(0);
    return embed(model, signals[0], plan_embedding(lists, signals[0].size(0), model), ranks);
  }
  const std::vector<SessionBins> groups = group_by_session(at::cat(lists), signals);
  std::vector<at::Tensor> parts;
  for (const SessionBins& group : groups) {
    const at::Tensor& own = signals_of(group, signals);
    Model& model = encoders.of(group.session);
    parts.push_back(embed(model, own, plan_embedding({group.bins}, own.size(0), model), ranks)[0]);
  }
  return cut_into_lists(in_order(parts, groups), lists);
}

EncodedReferences SeparateSessions::encode_references(const Encoders& encoders,
                                                      const std::vector<at::Tensor>& signals,
                                                      const at::Tensor& bins, Ranks& ranks) const {
  EncodedReferences references;
  const std::vector<SessionBins> groups = group_by_session(bins, signals);
  std::vector<at::Tensor> parts;
  for (const SessionBins& group : groups) {
    const at::Tensor& own = signals_of(group, signals);
    Model& model = encoders.of(group.session);
    const at::Tensor own_bins = group.bins.to(own.device());
    references.sessions.push_back(encode_windows(
        model, own_bins.size(0), ranks, parts.emplace_back(),
        [&](std::int64_t begin, std::int64_t size) {
          return gather_windows(own, own_bins.narrow(0, begin, size), model.offset());
        }));
  }
  references.embedding = groups.size() == 1 ? parts[0] : in_order(parts, groups);
  return references;
}

at::Tensor SeparateSessions::transform(const Encoders& encoders, const Sessions& sessions,
                                       std::int64_t session, const SamplingSpace&,
                                       Ranks& ranks) const {
  const Recording& recording = sessions[session];
  return facet::transform(encoders.of(session), recording.signals, recording.segments, ranks);
}

}  // namespace facet
