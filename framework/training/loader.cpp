#include "framework/training/loader.h"

#include <ATen/Functions.h>

#include "facet/error.h"

namespace facet {

namespace {

at::Tensor as_tensor(const std::vector<std::int64_t>& bins) {
  return at::tensor(bins, at::kLong);
}

}  // namespace

MultiobjectiveLoader::MultiobjectiveLoader(Registry& registry,
                                           std::shared_ptr<const Recording> recording,
                                           std::vector<Segment> segments, const Offset& offset,
                                           at::Tensor signals, Options options)
    : registry_(registry),
      recording_(std::move(recording)),
      signals_(std::move(signals)),
      options_(std::move(options)) {
  space_.labels = recording_->labels;
  space_.bins = Bins(segments).fitting(offset);
  space_.segments = std::move(segments);
  if (space_.bins.empty())
    throw Error("no segment of " + recording_->name + " is as long as the model's window of " +
                std::to_string(offset.size()) + " bins");
  references_ = space_.bins;
}

void MultiobjectiveLoader::add_distribution(const ComponentChoice& distribution,
                                            const std::string& key) {
  Source source;
  source.distribution = registry_.create<Distribution>(distribution, space_, key);
  references_ = references_.intersect(source.distribution->references());
  sources_.push_back(std::move(source));
}

void MultiobjectiveLoader::add_target(const LabelChoice& target,
                                      const std::vector<LabelChoice>& others) {
  Source source;
  source.target = label_rows(target);
  for (const LabelChoice& other : others) source.others.push_back(label_rows(other));
  sources_.push_back(std::move(source));
}

at::Tensor MultiobjectiveLoader::label_rows(const LabelChoice& choice) const {
  const at::Tensor rows = label_kind(choice) == LabelKind::discrete
                              ? recording_->labels.discrete(choice)
                              : recording_->labels.continuous(choice).to(at::kFloat);
  return rows.to(signals_.device());
}

LabelKind MultiobjectiveLoader::label_kind(const LabelChoice& choice) const {
  const bool discrete = choice.terms.size() == 1 &&
                        recording_->labels.find(choice.terms[0].name).kind == LabelKind::discrete;
  return discrete ? LabelKind::discrete : LabelKind::continuous;
}

void MultiobjectiveLoader::finalize() {
  if (sources_.empty()) throw Error("there is no objective to draw samples for");
  if (references_.empty())
    throw Error("no bin of " + recording_->name +
                " can be a reference of all objectives: their distributions leave none in common");
  SamplingSpace space = space_;
  space.bins = references_;
  prior_ = registry_.create<Prior>(options_.prior, space, "prior");
}

SampleBatch MultiobjectiveLoader::batch(std::int64_t step) const {
  const auto number = static_cast<std::uint64_t>(step);
  const auto random = [&](const std::string& use) {
    return Random(options_.seed, options_.stream + "." + use, number);
  };
  Random prior_random = random("prior");
  const auto references = prior_->sample(options_.batch_size, prior_random);
  const at::Tensor reference = as_tensor(references);
  const at::Tensor negative = as_tensor(prior_->sample(options_.batch_size, prior_random));

  SampleBatch batch{signals_, {}};
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const Source& source = sources_[i];
    ObjectiveSamples samples{reference};
    if (source.distribution) {
      Random own = random("positive" + std::to_string(i));
      samples.positive = as_tensor(source.distribution->sample(references, own));
      samples.negative = negative;
    } else {
      const at::Tensor rows = reference.to(signals_.device());
      samples.targets.target = source.target.index_select(0, rows);
      for (const at::Tensor& other : source.others)
        samples.targets.others.push_back(other.index_select(0, rows));
    }
    batch.objectives.push_back(std::move(samples));
  }
  return batch;
}

}  // namespace facet
