#include "framework/assembly/check_shares.h"

#include <ATen/Functions.h>

#include <algorithm>

#include "framework/calls/repeatable_operators.h"
#include "framework/training/batch_loss.h"
#include "framework/training/named_state.h"

namespace facet {

namespace {

constexpr std::int64_t most_references = 8;
constexpr double far_apart = 1e-4;

/// One of two ranks, of which the other does nothing.
class OneOfRanks : public Ranks {
 public:
  explicit OneOfRanks(std::int64_t rank) : rank_(rank) {}
  std::int64_t rank() const override { return rank_; }
  std::int64_t size() const override { return 2; }
  void sum(at::Tensor&) override {}
  void agree(const std::vector<RankFact>&) override {}

 private:
  const std::int64_t rank_;
};

/// What the encoders keep beside their parameters may change as they encode.
class StateAsBefore {
 public:
  explicit StateAsBefore(const Encoders& encoders) : encoders_(encoders) {
    for (std::size_t i = 0; i < encoders.size(); ++i)
      before_.push_back(copies_of(model_state(encoders.of(static_cast<std::int64_t>(i)))));
  }
  ~StateAsBefore() {
    for (std::size_t i = 0; i < before_.size(); ++i)
      copy_state(before_[i], model_state(encoders_.of(static_cast<std::int64_t>(i))));
  }
  StateAsBefore(const StateAsBefore&) = delete;
  StateAsBefore& operator=(const StateAsBefore&) = delete;

 private:
  const Encoders& encoders_;
  std::vector<std::vector<NamedTensor>> before_;
};

/// A few references of a batch, as one or several ranks encode them.
class FewReferences {
 public:
  FewReferences(const SessionLayout& layout, const Encoders& encoders, const SampleBatch& batch)
      : layout_(layout), encoders_(encoders), signals_(batch.signals) {
    const at::Tensor& all = batch.objectives.at(0).reference;
    bins_ = all.narrow(0, 0, std::min(all.size(0), most_references));
  }

  at::Tensor embedding(Ranks& ranks) const { return encoded_by(ranks).embedding; }

  at::Tensor penalty(const Regularizer& regularizer, Ranks& ranks) const {
    Random random(0, "regularizer0");
    return mean_penalty(regularizer, encoded_by(ranks).sessions, random, ranks);
  }

 private:
  EncodedReferences encoded_by(Ranks& ranks) const {
    set_random(encoders_, {});
    return layout_.encode_references(encoders_, signals_, bins_, ranks);
  }

  const SessionLayout& layout_;
  const Encoders& encoders_;
  const std::vector<at::Tensor>& signals_;
  at::Tensor bins_;
};

/// Whether what one rank computes is the sum of what two do, of which each has only its own rows.
template <class Compute>
bool is_same_in_shares(const Compute& compute) {
  SingleRank alone;
  OneOfRanks first(0), second(1);
  const at::Tensor whole = compute(alone), shared = compute(first) + compute(second);
  return at::allclose(shared.detach(), whole.detach(), far_apart, far_apart, /*equal_nan=*/true);
}

constexpr const char* drawn_by =
    "or draws random numbers otherwise than by Random::uniform_rows and normal_rows";

}  // namespace

void check_shares(const SessionLayout& layout, const Encoders& encoders,
                  const Regularizer* regularizer, const Loader& loader, Problems& problems) {
  const RepeatableOperators repeatable;
  const StateAsBefore state(encoders);
  const bool training = encoders.is_training();
  encoders.train();
  const SampleBatch batch = loader.batch(0);
  const FewReferences few(layout, encoders, batch);
  if (!is_same_in_shares([&](Ranks& ranks) { return few.embedding(ranks); }))
    problems.add(
        {}, "model",
        "cannot be trained by several ranks as by one: its output for a window depends on the "
        "windows that are encoded with it (batch statistics), " +
            std::string(drawn_by) + "; train it by one rank");
  else if (regularizer &&
           !is_same_in_shares([&](Ranks& ranks) { return few.penalty(*regularizer, ranks); }))
    problems.add({}, "training.regularizer",
                 "cannot be used by several ranks as by one: its penalty is no mean over the "
                 "windows, " +
                     std::string(drawn_by) + "; train by one rank");
  encoders.train(training);
}

}  // namespace facet
