#include "framework/assembly/check_shares.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>

#include "facet/error.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/training/batch_loss.h"
#include "framework/training/named_state.h"

namespace facet {

namespace {

constexpr std::int64_t most_references = 8, shares = 2;
constexpr double far_apart = 1e-4;

/// One of several ranks, of which the others do nothing.
class OneOfRanks : public Ranks {
 public:
  explicit OneOfRanks(std::int64_t rank) : rank_(rank) {}
  std::int64_t rank() const override { return rank_; }
  std::int64_t size() const override { return shares; }
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

bool alike(const at::Tensor& one, const at::Tensor& other) {
  return at::allclose(one.detach(), other.detach(), far_apart, far_apart, /*equal_nan=*/true);
}

class Shares {
 public:
  Shares(const SessionLayout& layout, const Encoders& encoders, const SampleBatch& batch)
      : layout_(layout), encoders_(encoders), signals_(batch.signals) {
    const at::Tensor& all = batch.objectives.at(0).reference;
    bins_ = all.narrow(0, 0, std::min(all.size(0), most_references));
  }

  EncodedReferences encoded_by(Ranks& ranks) const {
    set_random(encoders_, {});
    return layout_.encode_references(encoders_, signals_, bins_, ranks);
  }

  /// The embedding of all ranks: each has only its own rows.
  at::Tensor embedding() const {
    at::Tensor sum;
    for (std::int64_t rank = 0; rank < shares; ++rank) {
      OneOfRanks one(rank);
      const at::Tensor own = encoded_by(one).embedding;
      sum = sum.defined() ? sum + own : own;
    }
    return sum;
  }

  at::Tensor penalty(const Regularizer& regularizer, Ranks& ranks) const {
    Random random(0, "regularizer0");
    return mean_penalty(regularizer, encoded_by(ranks).sessions, random, ranks);
  }

  at::Tensor penalty(const Regularizer& regularizer) const {
    OneOfRanks first(0), second(1);
    return penalty(regularizer, first) + penalty(regularizer, second);
  }

 private:
  const SessionLayout& layout_;
  const Encoders& encoders_;
  const std::vector<at::Tensor>& signals_;
  at::Tensor bins_;
};

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
  const Shares few(layout, encoders, batch);
  SingleRank alone;
  if (!alike(few.encoded_by(alone).embedding, few.embedding()))
    problems.add(
        {}, "model",
        "several ranks cannot train it as one does: its output for a window depends on the "
        "windows that are encoded with it (batch statistics), " +
            std::string(drawn_by) + "; train it by one rank");
  else if (regularizer && !alike(few.penalty(*regularizer, alone), few.penalty(*regularizer)))
    problems.add({}, "training.regularizer",
                 "several ranks cannot train with it as one does: its penalty is no mean over the "
                 "windows, " +
                     std::string(drawn_by) + "; train by one rank");
  encoders.train(training);
}

}  // namespace facet
