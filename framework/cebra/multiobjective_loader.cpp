#include "framework/cebra/multiobjective_loader.h"

#include "facet/error.h"
#include "facet/warning.h"
#include "framework/data/check_recording.h"
#include "framework/layout/separate_sessions.h"
#include "framework/objectives/create_loader.h"
#include "framework/objectives/create_pairs.h"

namespace facet {

MultiobjectiveLoader::MultiobjectiveLoader(Registry& registry,
                                           std::shared_ptr<const Recording> recording,
                                           std::vector<Segment> segments, const Offset& offset,
                                           at::Tensor signals, Options options)
    : registry_(registry), options_(std::move(options)) {
  if (!recording) throw Error("there is no recording: it is null");
  require_recording(*recording);
  require_segments(segments, recording->num_bins());
  data_.sessions = std::make_shared<const Sessions>(*recording);
  data_.layout = std::make_shared<SeparateSessions>();
  data_.space = sampling_space(*data_.sessions, std::move(segments), offset);
  data_.signals = {std::move(signals)};
}

MultiobjectiveLoader::~MultiobjectiveLoader() = default;

void MultiobjectiveLoader::add(Pairs pairs) {
  objectives_.push_back(std::move(pairs));
}

void MultiobjectiveLoader::add_distribution(const ComponentChoice& distribution,
                                            const std::string& key) {
  add(create_positives(registry_, data_, distribution, key));
}

void MultiobjectiveLoader::add_target(const LabelChoice& target,
                                      const std::vector<LabelChoice>& others) {
  add(create_targets(data_, target, others));
}

SampleBatch MultiobjectiveLoader::batch(std::int64_t number) const {
  return loader_->batch(number);
}

Bins MultiobjectiveLoader::references() const {
  return common_references(data_, objectives_);
}

void MultiobjectiveLoader::finalize() {
  loader_ = create_loader(registry_, data_, objectives_, options_);
  for (const std::string& warning : check_priors(objectives_, options_)) warn(warning);
}

}  // namespace facet
