#include "framework/metrics/decoding.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <optional>
#include <string>

#include "facet/unit_length.h"
#include "framework/data/own_labels.h"
#include "framework/figures/summary.h"
#include "framework/metrics/linear_decoders.h"
#include "framework/metrics/neighbour_decoder.h"
#include "framework/metrics/scores.h"

namespace facet {

namespace {

struct Part {
  at::Tensor x, y;
};

/// The rows of embedding and label that are both known.
Part part_of(const at::Tensor& embedding, const Label& label, const at::Tensor& rows) {
  const Part all{embedding.index_select(0, rows), label.values.index_select(0, rows)};
  at::Tensor known = all.x.isfinite().all(1);
  if (label.kind == LabelKind::continuous) known = known.logical_and(all.y.isfinite().all(1));
  if (label.missing.defined())
    known = known.logical_and(label.missing.index_select(0, rows).logical_not());
  const at::Tensor kept = known.nonzero().flatten();
  return {all.x.index_select(0, kept), all.y.index_select(0, kept)};
}

/// There is something to fit and to judge; of classes, half of what is judged was there to be
/// learned: numbered trials are not.
bool can_be_decoded(const at::Tensor& fitted, const at::Tensor& judged) {
  if (fitted.size(0) == 0 || judged.size(0) == 0) return false;
  return fitted.is_floating_point() ||
         at::isin(judged, fitted).to(at::kDouble).mean().item<double>() >= 0.5;
}

struct Decoded {
  at::Tensor predicted;
  std::optional<double> chosen = {};
};

Decoded linear(const Part& fitted, const at::Tensor& x) {
  if (fitted.y.is_floating_point()) return {fit_least_squares(fitted.x, fitted.y)(x)};
  return {fit_indicators(fitted.x, fitted.y)(x)};
}

Decoded penalised(FitLinear fit, const Part& fitted, const at::Tensor& x) {
  const double alpha = choose_alpha(fit, fitted.x, fitted.y);
  return {fit(fitted.x, fitted.y, alpha)(x), alpha};
}

enum class Suits { both, continuous, discrete };

struct Decoder {
  const char* name;
  Suits suits;
  Decoded (*decode)(const Part& fitted, const at::Tensor& x);
};

constexpr Decoder decoders[] = {
    {"knn", Suits::both,
     [](const Part& fitted, const at::Tensor& x) {
       return Decoded{NeighbourDecoder(fitted.x, fitted.y).decode(x)};
     }},
    {"knn-validated", Suits::both,
     [](const Part& fitted, const at::Tensor& x) {
       const std::int64_t k = choose_neighbours(fitted.x, fitted.y);
       return Decoded{NeighbourDecoder(fitted.x, fitted.y).decode(x, k), static_cast<double>(k)};
     }},
    {"linear", Suits::both, linear},
    {"linear-cosine", Suits::both,
     [](const Part& fitted, const at::Tensor& x) {
       return linear({unit_length(fitted.x, 1), fitted.y}, unit_length(x, 1));
     }},
    {"ridge", Suits::continuous,
     [](const Part& fitted, const at::Tensor& x) { return penalised(fit_ridge, fitted, x); }},
    {"lasso", Suits::continuous,
     [](const Part& fitted, const at::Tensor& x) { return penalised(fit_lasso, fitted, x); }},
    {"logistic", Suits::discrete, [](const Part& fitted, const at::Tensor& x) {
       return Decoded{fit_logistic(fitted.x, fitted.y)(x)};
     }}};

bool suits(const Decoder& decoder, LabelKind kind) {
  const Suits own = kind == LabelKind::continuous ? Suits::continuous : Suits::discrete;
  return decoder.suits == Suits::both || decoder.suits == own;
}

Figures figures_of(const Decoder& decoder, const Decoded& decoded, const at::Tensor& actual) {
  const at::Tensor& predicted = decoded.predicted;
  Figures figures;
  if (actual.is_floating_point()) {
    const bool by_neighbours = std::string(decoder.name).starts_with("knn");
    const at::Tensor errors = predicted - actual;
    figures = {{{"r2"}, by_neighbours ? pooled_r2(predicted, actual) : mean_r2(predicted, actual)},
               {{"r2_first"}, pooled_r2(predicted.narrow(1, 0, 1), actual.narrow(1, 0, 1))},
               {{"median_error_first"}, median_of(errors.select(1, 0).abs())},
               {{"median_distance"}, median_of(errors.square().sum(1).sqrt())}};
  } else {
    figures = {{{"accuracy"}, accuracy(predicted, actual)}};
  }
  if (decoded.chosen) figures.push_back({{"chosen"}, *decoded.chosen});
  return figures;
}

}  // namespace

Figures decode(const at::Tensor& x, const Labels& labels, const FitAndJudge& rows) {
  const at::Tensor columns = x.to(at::kDouble);
  Figures figures;
  for (const Label& label : labels.all()) {
    if (label.name == bin_time) continue;
    const Part fitted = part_of(columns, label, rows.fit);
    const Part judged = part_of(columns, label, rows.judge);
    if (!can_be_decoded(fitted.y, judged.y)) continue;
    for (const Decoder& decoder : decoders) {
      if (!suits(decoder, label.kind)) continue;
      append(figures, under({{"label", label.name}, {"decoder", decoder.name}},
                            figures_of(decoder, decoder.decode(fitted, judged.x), judged.y)));
    }
  }
  return figures;
}

Figures decode(const at::Tensor& x, const Labels& labels, const std::vector<FitAndJudge>& folds) {
  std::vector<Figures> of_folds;
  for (const FitAndJudge& fold : folds) of_folds.push_back(decode(x, labels, fold));
  return means(summarize(of_folds));
}

Figures decode_facets(const at::Tensor& embedding, const std::vector<FeatureRange>& facets,
                      const Labels& labels, const std::vector<FitAndJudge>& folds) {
  Figures figures;
  for (const FeatureRange& facet : facets)
    append(figures, under({{"facet", facet}},
                          decode(embedding.narrow(1, facet.begin, facet.size()), labels, folds)));
  return figures;
}

}  // namespace facet
