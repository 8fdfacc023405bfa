#include "facet/labels.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <cctype>

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
  if (label.missing.defined() && (continuous || label.missing.scalar_type() != at::kBool ||
                                  label.missing.sizes() != label.values.sizes()))
    throw Error("label '" + label.name + "' must be discrete, and what it misses T bool");
  if (label.classes.empty()) return;
  const auto count = static_cast<std::int64_t>(label.classes.size());
  if (continuous || label.values.lt(-1).logical_or(label.values.ge(count)).any().item<bool>())
    throw Error("label '" + label.name + "' must be discrete, of -1 to " +
                std::to_string(count - 1) + ", since it has " + std::to_string(count) + " classes");
}

/// Squares of larger values do not fit into float32, in which encoders and losses compute.
constexpr double largest_label = 1.8e19;

std::string place_text(const at::Tensor& place) {
  return "row " + std::to_string(place[0].item<std::int64_t>()) + ", column " +
         std::to_string(place[1].item<std::int64_t>());
}

/// As it is written in a condition.
std::string in_condition(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(),
                                 [](unsigned char c) { return std::isalnum(c) || c == '_'; });
  return plain && !std::isdigit(static_cast<unsigned char>(name[0])) ? name : "'" + name + "'";
}

/// In the rows `used`; where it is undefined, in all.
void require_numbers(const std::string& name, const at::Tensor& values, const at::Tensor& used) {
  at::Tensor wrong = values.abs().le(largest_label).logical_not();
  if (used.defined()) wrong = wrong.logical_and(used.unsqueeze(1));
  const at::Tensor places = wrong.nonzero();
  if (places.size(0) == 0) return;
  const at::Tensor unknown = wrong.logical_and(values.isfinite().logical_not());
  if (!unknown.any().item<bool>()) {
    const at::Tensor first = places[0];
    const double value = values[first[0]][first[1]].item<double>();
    throw Error("label '" + name + "' is " + number_text(value) + " in " + place_text(first) +
                ": too large, its square does not fit into a float32 (up to 1.8e19 does)");
  }
  const at::Tensor first = unknown.nonzero()[0];
  const std::string column =
      values.size(1) == 1 ? "" : "[" + std::to_string(first[1].item<std::int64_t>()) + "]";
  const std::string own = in_condition(name) + column;
  throw Error("label '" + name + "' is not finite (NaN or infinity) in " +
              std::to_string(unknown.any(1).sum().item<std::int64_t>()) + " of " +
              std::to_string(values.size(0)) + " rows, first in " + place_text(first) +
              ": leave these bins out, NaN by data.select = \"" + own + " == " + own +
              "\", or fill NaN by data.fill");
}

/// In the rows `used`; where it is undefined, in all.
void require_no_missing(const Label& label, const at::Tensor& used) {
  if (!label.missing.defined()) return;
  const at::Tensor rows =
      (used.defined() ? label.missing.logical_and(used) : label.missing).nonzero();
  if (rows.size(0) == 0) return;
  const std::string own = in_condition(label.name);
  throw Error("label '" + label.name + "' is missing in " + std::to_string(rows.size(0)) + " of " +
              std::to_string(label.values.size(0)) + " rows, first in row " +
              std::to_string(rows[0][0].item<std::int64_t>()) +
              ": leave these bins out by data.select = \"" + own + " == " + own +
              "\", or fill them by data.fill");
}

/// `; left out were 'side', which holds text, and 'map', which ...`
std::string left_out_text(const std::vector<UnusableLabel>& unusable) {
  constexpr std::size_t most = 5;
  std::vector<std::string> reasons;
  for (const UnusableLabel& label : unusable) {
    if (reasons.size() == most) {
      reasons.push_back(std::to_string(unusable.size() - most) + " more");
      break;
    }
    reasons.push_back("'" + label.name + "' " + label.why);
  }
  return reasons.empty() ? "" : "; no labels are: " + join(reasons, "; ");
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

std::string Label::class_name(std::int64_t value) const {
  if (value < 0 || value >= static_cast<std::int64_t>(classes.size())) return std::to_string(value);
  return "'" + classes[static_cast<std::size_t>(value)] + "'";
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
  throw Error("there is no label '" + name + "'; the recording has " +
              (known.empty() ? "none" : quoted(known)) + left_out_text(unusable_));
}

at::Tensor Labels::continuous(const LabelChoice& choice) const {
  if (choice.empty()) throw Error("no label was chosen");
  std::vector<at::Tensor> columns;
  for (const LabelTerm& term : choice.terms) {
    const Label& label = find(term.name);
    if (label.kind != LabelKind::continuous)
      throw Error("label '" + term.name +
                  (label.classes.empty()
                       ? "' is discrete, a continuous one is needed: list it in [data] continuous "
                         "to use its numbers as they are"
                       : "' holds text, a continuous label is needed"));
    require_numbers(label.name, label.values, used_);
    const at::Tensor values =
        term.circular ? at::cat({label.values.cos(), label.values.sin()}, 1) : label.values;
    const at::Tensor sample = scale_rows_.defined() ? values.index_select(0, scale_rows_) : values;
    columns.push_back(scaled(values, term.scale, sample) * term.weight);
    if (term.weight > 1) require_numbers(term.name, columns.back(), used_);
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
  require_no_missing(label, used_);
  return label.values;
}

}  // namespace facet
