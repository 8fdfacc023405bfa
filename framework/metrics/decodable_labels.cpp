#include "framework/metrics/decodable_labels.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "framework/data/own_labels.h"

namespace facet {

namespace {

bool has_one_class(const at::Tensor& fitted, const at::Tensor& judged) {
  return fitted.eq(fitted[0]).all().item<bool>() && judged.eq(fitted[0]).all().item<bool>();
}

/// The reason in the first fold; empty where one decodes it.
std::string reason_in_all(const at::Tensor& embedding, const Label& label,
                          const std::vector<FitAndJudge>& folds) {
  std::string first;
  for (const FitAndJudge& fold : folds) {
    const std::string reason = why_not_decoded(known_rows(embedding, label, fold.fit).y,
                                               known_rows(embedding, label, fold.judge).y);
    if (reason.empty()) return "";
    if (first.empty()) first = reason;
  }
  return first;
}

void add_constant_columns(const at::Tensor& embedding, const Label& label,
                          const std::vector<FitAndJudge>& folds,
                          std::vector<std::string>& sentences) {
  if (label.kind != LabelKind::continuous) return;
  at::Tensor varies = at::zeros({label.values.size(1)}, at::kBool);
  for (const FitAndJudge& fold : folds)
    varies = varies.logical_or(varying_columns(known_rows(embedding, label, fold.judge).y));
  for (std::int64_t column = 0; column < varies.size(0); ++column)
    if (!varies[column].item<bool>())
      sentences.push_back("label '" + label.name + "' has one value alone in its column " +
                          std::to_string(column) +
                          " where decoders are judged: R2 is that of its other columns");
}

}  // namespace

KnownRows known_rows(const at::Tensor& embedding, const Label& label, const at::Tensor& rows) {
  const KnownRows all{embedding.index_select(0, rows), label.values.index_select(0, rows)};
  at::Tensor known = all.x.isfinite().all(1);
  if (label.kind == LabelKind::continuous) known = known.logical_and(all.y.isfinite().all(1));
  if (label.missing.defined())
    known = known.logical_and(label.missing.index_select(0, rows).logical_not());
  const at::Tensor kept = known.nonzero().flatten();
  return {all.x.index_select(0, kept), all.y.index_select(0, kept)};
}

at::Tensor varying_columns(const at::Tensor& values) {
  if (values.size(0) == 0) return at::zeros({values.size(1)}, at::kBool);
  return std::get<0>(values.max(0)).ne(std::get<0>(values.min(0)));
}

std::string why_not_decoded(const at::Tensor& fitted, const at::Tensor& judged) {
  if (fitted.size(0) == 0) return "no bin that decoders are fitted on has a value of it";
  if (judged.size(0) == 0) return "no bin that decoders are judged on has a value of it";
  if (fitted.is_floating_point())
    return varying_columns(judged).any().item<bool>()
               ? ""
               : "it has one value alone where decoders are judged";
  if (has_one_class(fitted, judged)) return "it has one class alone";
  if (at::isin(judged, fitted).to(at::kDouble).mean().item<double>() < 0.5)
    return "most bins that decoders are judged on have a class that no bin has that they are "
           "fitted on";
  return "";
}

std::vector<Label> decodable_labels(const at::Tensor& embedding, const Labels& labels,
                                    const std::vector<FitAndJudge>& folds) {
  std::vector<Label> decodable = labels.all();
  std::erase_if(decodable, [&](const Label& label) {
    return label.name == bin_time || !reason_in_all(embedding, label, folds).empty();
  });
  return decodable;
}

std::vector<std::string> undecoded_labels(const at::Tensor& embedding, const Labels& labels,
                                          const std::vector<FitAndJudge>& folds) {
  std::vector<std::string> sentences;
  for (const Label& label : labels.all()) {
    if (label.name == bin_time) continue;
    const std::string reason = reason_in_all(embedding, label, folds);
    if (reason.empty())
      add_constant_columns(embedding, label, folds, sentences);
    else
      sentences.push_back("label '" + label.name + "' is not decoded: " + reason);
  }
  return sentences;
}

}  // namespace facet
