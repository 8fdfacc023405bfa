#include "framework/sampling/loader.h"

#include "facet/error.h"

namespace facet {

SamplingSpace sampling_space(const Sessions& sessions, std::vector<Segment> segments,
                             const Offset& offset) {
  Bins bins = Bins(segments).fitting(offset);
  if (bins.empty())
    throw Error("no segment of " + sessions.name() + " is as long as the model's window of " +
                std::to_string(offset.size()) + " bins");
  return {sessions.labels(), std::move(segments), std::move(bins)};
}

MultiobjectiveLoader::MultiobjectiveLoader(Registry& registry,
                                           std::shared_ptr<const Recording> recording,
                                           std::vector<Segment> segments, const Offset& offset,
                                           at::Tensor signals, Options options)
    : MultiobjectiveLoader(registry, std::make_shared<const Sessions>(*recording),
                           std::move(segments), offset, std::vector<at::Tensor>{std::move(signals)},
                           std::move(options)) {}

MultiobjectiveLoader::MultiobjectiveLoader(Registry& registry,
                                           std::shared_ptr<const Sessions> sessions,
                                           std::vector<Segment> segments, const Offset& offset,
                                           std::vector<at::Tensor> signals, Options options)
    : registry_(registry),
      sessions_(std::move(sessions)),
      signals_(std::move(signals)),
      num_steps_(options.num_steps),
      sampler_(registry, sampling_space(*sessions_, std::move(segments), offset),
               std::move(options)) {}

void MultiobjectiveLoader::add_distribution(const ComponentChoice& distribution,
                                            const std::string& key) {
  sampler_.add_distribution(distribution, key);
  targets_.emplace_back();
}

void MultiobjectiveLoader::add_target(const LabelChoice& target,
                                      const std::vector<LabelChoice>& others) {
  Target added{label_rows(target), {}};
  for (const LabelChoice& other : others) added.others.push_back(label_rows(other));
  sampler_.add_references();
  targets_.push_back(std::move(added));
}

at::Tensor MultiobjectiveLoader::label_rows(const LabelChoice& choice) const {
  const at::Tensor rows = label_kind(choice) == LabelKind::discrete
                              ? sessions_->labels().discrete(choice)
                              : sessions_->labels().continuous(choice).to(at::kFloat);
  return rows.to(signals_[0].device());
}

LabelKind MultiobjectiveLoader::label_kind(const LabelChoice& choice) const {
  const bool discrete = choice.terms.size() == 1 &&
                        sessions_->labels().find(choice.terms[0].name).kind == LabelKind::discrete;
  return discrete ? LabelKind::discrete : LabelKind::continuous;
}

void MultiobjectiveLoader::finalize() {
  sampler_.finalize();
}

SampleBatch MultiobjectiveLoader::batch(std::int64_t step) const {
  SampleBatch batch{signals_, {}};
  std::size_t i = 0;
  for (ObjectiveBins& bins : sampler_.draw(step)) {
    ObjectiveSamples samples{bins.reference, bins.positive, bins.negative, {}};
    const Target& target = targets_[i++];
    if (target.rows.defined()) {
      const at::Tensor rows = bins.labelled.to(signals_[0].device());
      samples.targets.target = target.rows.index_select(0, rows);
      for (const at::Tensor& other : target.others)
        samples.targets.others.push_back(other.index_select(0, rows));
    }
    batch.objectives.push_back(std::move(samples));
  }
  return batch;
}

}  // namespace facet
