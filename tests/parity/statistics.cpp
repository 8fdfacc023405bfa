#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "parity/distributions.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

/// How often each of `count` numbers is in `drawn`, relative to all.
at::Tensor frequencies(const at::Tensor& drawn, std::int64_t count) {
  return at::bincount(drawn, {}, count).to(at::kDouble) / static_cast<double>(drawn.numel());
}

/// The wanted range, widened by what lies outside of it.
at::Tensor widened(const at::Tensor& range, const at::Tensor& drawn) {
  return at::stack({at::minimum(range[0], drawn.min()), at::maximum(range[1], drawn.max())});
}

/// `want` when every element of `all` is it, else one that is not.
at::Tensor common_value(const at::Tensor& all, const at::Tensor& want) {
  const at::Tensor others = all.masked_select(all != want.item());
  return others.numel() == 0 ? want : others[0];
}

class Statistics {
 public:
  Statistics(const ReferenceCase& reference, at::Tensor drawn)
      : reference_(reference), drawn_(std::move(drawn)) {
    const at::Tensor exact = drawn_.to(at::kDouble);
    got_ = {{"reference_mean", exact.mean()}, {"reference_std", exact.std(false)}};
    if (reference.expects("reference_range"))
      got_["reference_range"] = widened(reference.expected.at("reference_range"), drawn_);
    add_frequencies("reference_probability", drawn_);
    add_classes("class_probability_reference", drawn_);
  }

  void add_positives(const at::Tensor& positives) {
    add_frequencies("positive_probability", positives);
    add_classes("class_probability_positive", positives);
    if (reference_.expects("index_difference")) {
      got_["index_difference"] =
          common_value(positives - drawn_, reference_.expected.at("index_difference"));
    }
    if (reference_.has_input("continuous")) {
      const at::Tensor labels = reference_.input("continuous").to(at::kDouble);
      const at::Tensor difference =
          labels.index_select(0, positives) - labels.index_select(0, drawn_);
      got_["label_difference_mean"] = difference.mean(0);
      got_["label_difference_std"] = difference.std(0, false);
    }
    if (reference_.has_input("discrete")) {
      const at::Tensor classes = reference_.input("discrete");
      const bool same =
          at::equal(classes.index_select(0, positives), classes.index_select(0, drawn_));
      got_["same_class"] = at::tensor(same ? 1 : 0);
    }
  }

  const Arrays& got() const { return got_; }

 private:
  void add_frequencies(const std::string& name, const at::Tensor& drawn) {
    if (reference_.expects(name))
      got_[name] = frequencies(drawn, reference_.expected.at(name).size(0));
  }

  /// Shares of the classes that are met, in ascending order.
  void add_classes(const std::string& name, const at::Tensor& drawn) {
    if (!reference_.has_input("discrete")) return;
    const auto [values, places, counts] =
        at::_unique2(reference_.input("discrete").index_select(0, drawn), true, false, true);
    got_["class_values"] = values;
    got_[name] = counts.to(at::kDouble) / static_cast<double>(drawn.numel());
  }

  const ReferenceCase& reference_;
  at::Tensor drawn_;
  Arrays got_;
};

}  // namespace

Arrays distribution_statistics(const ReferenceCase& reference, Registry& registry) {
  const SamplingSpace space = sampling_space(reference);
  const auto distribution = create_distribution(reference, registry, space);
  const auto prior = create_prior(reference, registry, space, distribution.get());
  Random random(1, reference.id);
  const auto references = prior->sample(reference.options.at("draws"), random);
  Statistics statistics(reference, at::tensor(references, at::kLong));
  if (distribution) {
    const auto positives = distribution->sample(references, random);
    statistics.add_positives(at::tensor(positives, at::kLong));
  }
  return statistics.got();
}

}  // namespace facet::parity
