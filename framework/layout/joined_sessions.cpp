#include "framework/layout/joined_sessions.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <numeric>

#include "framework/data/windows.h"
#include "framework/embedding/eval_mode.h"
#include "framework/embedding/transform.h"
#include "framework/layout/bin_lists.h"

namespace facet {

namespace {

class AlignedSource : public ReferenceSource {
 public:
  AlignedSource(std::vector<SessionPrior> priors, std::shared_ptr<const SessionAlignment> alignment)
      : priors_(std::move(priors)), alignment_(std::move(alignment)) {}

  DrawnBins draw(std::optional<std::int64_t> count, Random& random) const override {
    const auto chosen = random.below(static_cast<std::int64_t>(priors_.size()));
    const SessionPrior& session = priors_[static_cast<std::size_t>(chosen)];
    const std::vector<std::int64_t> bins = session.draw(count, random);
    return {alignment_->align(bins, session.session), at::tensor(bins, at::kLong)};
  }

 private:
  std::vector<SessionPrior> priors_;
  std::shared_ptr<const SessionAlignment> alignment_;
};

}  // namespace

std::vector<std::int64_t> JoinedSessions::num_neurons(const Sessions& sessions) const {
  std::int64_t sum = 0;
  for (const Recording& recording : sessions.recordings()) sum += recording.num_channels();
  return {sum};
}

std::vector<SamplingSpace> JoinedSessions::parts(const SamplingSpace& space) const {
  return spaces_of_sessions(space);
}

std::shared_ptr<const ReferenceSource> JoinedSessions::source(
    const SamplingSpace& space, const CreatePrior& create_prior) const {
  return std::make_shared<AlignedSource>(session_priors(space, create_prior), alignment(space));
}

std::shared_ptr<const SessionAlignment> JoinedSessions::alignment(
    const SamplingSpace& space) const {
  const std::lock_guard lock(mutex_);
  for (const auto& [bins, known] : alignments_)
    if (bins == space.bins.segments()) return known;
  return alignments_
      .emplace_back(space.bins.segments(), std::make_shared<SessionAlignment>(space, label_))
      .second;
}

at::Tensor JoinedSessions::positives(
    const std::vector<std::shared_ptr<const Distribution>>& distributions,
    const at::Tensor& references, Random& random) const {
  std::vector<at::Tensor> columns;
  for (std::size_t session = 0; session < distributions.size(); ++session)
    columns.push_back(sample_positives(
        *distributions[session], references.select(1, static_cast<std::int64_t>(session)), random));
  return at::stack(columns, 1);
}

/// Each row of bins once.
std::vector<at::Tensor> JoinedSessions::encode(const Encoders& encoders,
                                               const std::vector<at::Tensor>& signals,
                                               const std::vector<at::Tensor>& lists,
                                               Ranks& ranks) const {
  Model& model = encoders.of(0);
  const auto [rows, inverse, counts] =
      at::unique_dim(at::cat(lists), 0, true, /*return_inverse=*/true);
  const at::Tensor embedding = compute_in_shares(
      ranks, rows.size(0), [&, &distinct = rows](std::int64_t begin, std::int64_t size) {
        return model.forward(
            gather_joined_windows(signals, distinct.narrow(0, begin, size), model.offset()));
      });
  return cut_into_lists(at::embedding(embedding, inverse.to(embedding.device())), lists);
}

EncodedReferences JoinedSessions::encode_references(const Encoders& encoders,
                                                    const std::vector<at::Tensor>& signals,
                                                    const at::Tensor& bins, Ranks& ranks) const {
  Model& model = encoders.of(0);
  EncodedReferences references;
  references.sessions.push_back(encode_windows(
      model, bins.size(0), ranks, references.embedding, [&](std::int64_t begin, std::int64_t size) {
        return gather_joined_windows(signals, bins.narrow(0, begin, size), model.offset());
      }));
  return references;
}

at::Tensor JoinedSessions::transform(const Encoders& encoders, const Sessions& sessions,
                                     std::int64_t session, const SamplingSpace& training,
                                     Ranks& ranks) const {
  const at::NoGradGuard no_grad;
  Model& model = encoders.of(0);
  const EvalMode eval(model);
  const auto aligned = alignment(training);
  std::vector<at::Tensor> signals;
  for (const Recording& recording : sessions.recordings())
    signals.push_back(recording.signals.to(device_of(model, recording.signals)));
  const Recording& recording = sessions[session];
  const std::int64_t first_bin = sessions.first_bin(session);
  const auto embed = [&](std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> bins(static_cast<std::size_t>(last - first));
    std::iota(bins.begin(), bins.end(), first_bin + first);
    return model.forward(
        gather_joined_windows(signals, aligned->align(bins, session), model.offset()));
  };
  return transform_segments(model, recording.num_bins(), recording.segments, embed, ranks);
}

}  // namespace facet
