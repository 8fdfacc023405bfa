#include "facet/labels.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/text.h"

namespace facet {

namespace {

void require_form(const Label& label, std::int64_t num_bins) {
  const bool continuous = label.kind == LabelKind::continuous;
  const bool right = continuous
                         ? label.values.dim() == 2 && label.values.scalar_type() == at::kDouble
                         : label.values.dim() == 1 && label.values.scalar_type() == at::kLong;
  if (!right)
    throw Error("the " + to_string(label.kind) + " label '" + label.name + "' must be " +
                (continuous ? "T x d float64" : "T int64") + ", it is " +
                shape_text(label.values.sizes()) + " " + c10::toString(label.values.scalar_type()));
  if (label.values.size(0) != num_bins)
    throw Error("label '" + label.name + "' has " + std::to_string(label.values.size(0)) +
                " rows, the recording has " + std::to_string(num_bins) + " bins");
}

/// In the rows `used`; where it is undefined, in all.
void require_finite(const Label& label, const at::Tensor& used) {
  at::Tensor unknown = label.values.isfinite().logical_not();
  if (used.defined()) unknown = unknown.logical_and(used.unsqueeze(1));
  const at::Tensor wrong = unknown.nonzero();
  if (wrong.size(0) == 0) return;
  throw Error("label '" + label.name + "' is not finite in row " +
              std::to_string(wrong[0][0].item<std::int64_t>()) + ", column " +
              std::to_string(wrong[0][1].item<std::int64_t>()));
}

/// To [0, 1] or to mean 0 and standard deviation 1 of the rows of `sample`, column by column;
/// columns that are constant there are moved alone.
at::Tensor scaled(const at::Tensor& values, const std::string& scale, const at::Tensor& sample) {
  if (scale == "none") return values;
  const bool zscore = scale == "zscore";
  const at::Tensor zero = zscore ? sample.mean(0) : sample.amin(0);
  const at::Tensor unit = zscore ? sample.std(0, /*unbiased=*/false) : sample.amax(0) - zero;
  return (values - zero) / unit.masked_fill(unit == 0, 1);
}

}  // namespace

std::string to_string(LabelKind kind) {
  return kind == LabelKind::continuous ? "continuous" : "discrete";
}

Labels::Labels(std::int64_t num_bins, std::vector<Label> labels,
               std::vector<UnusableLabel> unusable)
    : num_bins_(num_bins), labels_(std::move(labels)), unusable_(std::move(unusable)) {
  for (auto label = labels_.begin(); label != labels_.end(); ++label) {
    require_form(*label, num_bins);
    const auto same = [&](const Label& other) { return other.name == label->name; };
    if (std::any_of(labels_.begin(), label, same))
      throw Error("there are two labels named '" + label->name + "'");
  }
}

Labels Labels::used_in(const Bins& bins) const {
  Labels used = scaled_over(bins);
  used.used_ = at::zeros({num_bins_}, at::kBool).index_fill(0, used.scale_rows_, 1);
  return used;
}

Labels Labels::scaled_over(const Bins& bins) const {
  Labels scaled = *this;
  scaled.scale_rows_ = at::tensor(bins.all(), at::kLong);
  return scaled;
}

bool Labels::contains(const std::string& name) const {
  return std::any_of(labels_.begin(), labels_.end(),
                     [&](const Label& label) { return label.name == name; });
}

const Label& Labels::find(const std::string& name) const {
  std::vector<std::string> known;
  for (const Label& label : labels_) {
    if (label.name == name) return label;
    known.push_back(label.name);
  }
  for (const UnusableLabel& label : unusable_)
    if (label.name == name) throw Error("label '" + name + "' " + label.why);
  throw Error("there is no label '" + name + "'; " +
              (known.empty() ? "the recording has none" : "the recording has " + quoted(known)));
}

at::Tensor Labels::continuous(const LabelChoice& choice) const {
  if (choice.empty()) throw Error("no label was chosen");
  std::vector<at::Tensor> columns;
  for (const LabelTerm& term : choice.terms) {
    const Label& label = find(term.name);
    if (label.kind != LabelKind::continuous)
      throw Error("label '" + term.name +
                  "' is discrete, a continuous one is needed: list it in [data] continuous to use "
                  "its numbers as they are");
    require_finite(label, used_);
    const at::Tensor values =
        term.circular ? at::cat({label.values.cos(), label.values.sin()}, 1) : label.values;
    const at::Tensor sample = scale_rows_.defined() ? values.index_select(0, scale_rows_) : values;
    columns.push_back(scaled(values, term.scale, sample) * term.weight);
  }
  return at::cat(columns, 1);
}

at::Tensor Labels::discrete(const LabelChoice& choice) const {
  if (choice.terms.size() != 1)
    throw Error("exactly one discrete label is needed, " + std::to_string(choice.terms.size()) +
                " were chosen");
  const Label& label = find(choice.terms[0].name);
  if (label.kind != LabelKind::discrete)
    throw Error("label '" + label.name +
                "' is continuous, a discrete one is needed: list it in [data] discrete if its "
                "values are classes");
  return label.values;
}

}  // namespace facet
