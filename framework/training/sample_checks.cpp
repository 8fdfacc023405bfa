#include "framework/training/sample_checks.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/option_info.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr double nearly_all = 0.9;
constexpr std::int64_t num_pairs = 1000;  // that are looked at, or a little more
constexpr std::int64_t num_rows = 256;    // of references and of negatives that are compared

double fraction(const at::Tensor& yes) {
  return yes.to(at::kDouble).mean().item<double>();
}

/// The samples of objective `i` in all batches, by `part`; undefined where it has none.
template <class Part>
at::Tensor joined(const std::vector<SampleBatch>& batches, std::size_t i, const Part& part) {
  std::vector<at::Tensor> parts;
  for (const SampleBatch& batch : batches)
    if (part(batch.objectives[i]).defined()) parts.push_back(part(batch.objectives[i]));
  return parts.empty() ? at::Tensor() : at::cat(parts);
}

at::Tensor references(const std::vector<SampleBatch>& batches, std::size_t i) {
  return joined(batches, i, [](const ObjectiveSamples& own) { return own.reference; });
}

at::Tensor positives(const std::vector<SampleBatch>& batches, std::size_t i) {
  return joined(batches, i, [](const ObjectiveSamples& own) { return own.positive; });
}

std::size_t num_objectives(const std::vector<SampleBatch>& batches) {
  return batches.empty() ? 0 : batches[0].objectives.size();
}

/// Some bins of a list, spread over it; of sessions side by side the first's.
at::Tensor some_of(const at::Tensor& list) {
  const at::Tensor bins = list.dim() == 2 ? list.select(1, 0) : list;
  const std::int64_t step = std::max<std::int64_t>(1, bins.size(0) / num_rows);
  return bins.slice(0, 0, bins.size(0), step);
}

/// Whether each of `a` has the label of each of `b`.
at::Tensor same_label(const at::Tensor& values, const at::Tensor& a, const at::Tensor& b) {
  const at::Tensor rows = values.dim() == 1 ? values.unsqueeze(1) : values;
  return rows.index_select(0, a).unsqueeze(1).eq(rows.index_select(0, b).unsqueeze(0)).all(2);
}

at::Tensor same_labels(const std::vector<ComparedLabel>& labels, const ObjectiveSamples& samples) {
  const at::Tensor reference = some_of(samples.reference), negative = some_of(samples.negative);
  at::Tensor same = at::ones({reference.size(0), negative.size(0)}, at::kBool);
  for (const ComparedLabel& label : labels)
    same = same.logical_and(same_label(label.values, reference, negative));
  return same;
}

std::string names_of(const std::vector<ComparedLabel>& labels) {
  std::vector<std::string> names;
  for (const ComparedLabel& label : labels) names.push_back("'" + label.name + "'");
  return join(names, " and ");
}

/// The session of each bin, counted over all.
at::Tensor session_of(const at::Tensor& bins, const std::vector<at::Tensor>& signals) {
  at::Tensor session = at::zeros_like(bins);
  std::int64_t first = 0;
  for (const at::Tensor& own : signals) {
    if (first > 0) session = session + bins.ge(first).to(at::kLong);
    first += own.size(0);
  }
  return session;
}

bool compares_sessions(const std::vector<SampleBatch>& batches, std::size_t i) {
  const at::Tensor reference = references(batches, i), positive = positives(batches, i);
  if (!positive.defined() || reference.dim() == 2) return true;
  const std::vector<at::Tensor>& signals = batches[0].signals;
  return session_of(reference, signals).ne(session_of(positive, signals)).any().item<bool>();
}

}  // namespace

std::vector<SampleBatch> first_batches(const Loader& loader) {
  std::vector<SampleBatch> batches;
  std::int64_t drawn = 0;
  for (std::int64_t i = 0; i < loader.num_steps() && drawn < num_pairs; ++i) {
    batches.push_back(loader.batch(i));
    drawn += batches.back().objectives.at(0).reference.size(0);
  }
  return batches;
}

std::vector<std::string> check_positives(const std::vector<SampleBatch>& batches) {
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < num_objectives(batches); ++i) {
    const at::Tensor positive = positives(batches, i);
    const double own = positive.defined() ? fraction(positive.eq(references(batches, i))) : 0;
    if (own < nearly_all) continue;
    warnings.push_back(item_key("objective", i) + ": " + number_text(100 * own, 3) +
                       " % of the positives are the reference itself, so that there is hardly "
                       "anything to learn: let its distribution go farther than from one bin to "
                       "the next, or choose a label whose values come again");
  }
  return warnings;
}

std::vector<std::string> check_negatives(const std::vector<SampleBatch>& batches,
                                         const std::vector<std::vector<ComparedLabel>>& labels) {
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < num_objectives(batches); ++i) {
    const ObjectiveSamples& samples = batches[0].objectives[i];
    if (!samples.negative.defined() || labels[i].empty()) continue;
    const double same = fraction(same_labels(labels[i], samples));
    if (same < nearly_all) continue;
    warnings.push_back(item_key("objective", i) + ": " + number_text(100 * same, 3) +
                       " % of the negatives have the same " + names_of(labels[i]) +
                       " as their reference, so that there is hardly anything to tell apart: "
                       "choose a label that differs more, or select bins in which it does");
  }
  return warnings;
}

std::vector<std::string> check_sessions(const std::vector<SampleBatch>& batches) {
  if (batches.empty() || batches[0].signals.size() < 2) return {};
  for (std::size_t i = 0; i < num_objectives(batches); ++i)
    if (compares_sessions(batches, i)) return {};
  return {
      "no objective compares the sessions: every positive is of its reference's own session, so "
      "that nothing brings their embeddings together; let one objective at least compare a label "
      "that all sessions have, or train a run for each session"};
}

}  // namespace facet
