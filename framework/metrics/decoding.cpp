#include "framework/metrics/decoding.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <optional>
#include <string>

#include "facet/unit_length.h"
#include "framework/data/own_labels.h"
#include "framework/figures/summary.h"
#include "framework/metrics/decodable_labels.h"
#include "framework/metrics/linear_decoders.h"
#include "framework/metrics/neighbour_decoder.h"
#include "framework/metrics/scores.h"

namespace facet {

namespace {

struct Decoded {
  at::Tensor predicted;
  std::optional<double> chosen = {};
};

Decoded linear(const KnownRows& fitted, const at::Tensor& x) {
  if (fitted.y.is_floating_point()) return {fit_least_squares(fitted.x, fitted.y)(x)};
  return {fit_indicators(fitted.x, fitted.y)(x)};
}

Decoded penalised(FitLinear fit, const KnownRows& fitted, const at::Tensor& x) {
  const double alpha = choose_alpha(fit, fitted.x, fitted.y);
  return {fit(fitted.x, fitted.y, alpha)(x), alpha};
}

enum class Suits { both, continuous, discrete };

struct Decoder {
  const char* name;
  Suits suits;
  Decoded (*decode)(const KnownRows& fitted, const at::Tensor& x);
};

constexpr Decoder decoders[] = {
    {"knn", Suits::both,
     [](const KnownRows& fitted, const at::Tensor& x) {
       return Decoded{NeighbourDecoder(fitted.x, fitted.y).decode(x)};
     }},
    {"knn-validated", Suits::both,
     [](const KnownRows& fitted, const at::Tensor& x) {
       const std::int64_t k = choose_neighbours(fitted.x, fitted.y);
       return Decoded{NeighbourDecoder(fitted.x, fitted.y).decode(x, k), static_cast<double>(k)};
     }},
    {"linear", Suits::both, linear},
    {"linear-cosine", Suits::both,
     [](const KnownRows& fitted, const at::Tensor& x) {
       return linear({unit_length(fitted.x, 1), fitted.y}, unit_length(x, 1));
     }},
    {"ridge", Suits::continuous,
     [](const KnownRows& fitted, const at::Tensor& x) { return penalised(fit_ridge, fitted, x); }},
    {"lasso", Suits::continuous,
     [](const KnownRows& fitted, const at::Tensor& x) { return penalised(fit_lasso, fitted, x); }},
    {"logistic", Suits::discrete, [](const KnownRows& fitted, const at::Tensor& x) {
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
    const at::Tensor errors = predicted - actual, varies = varying_columns(actual);
    const at::Tensor varying = varies.nonzero().flatten();
    figures = {{{"r2"},
                by_neighbours ? pooled_r2(predicted, actual)
                              : mean_r2(predicted.index_select(1, varying),
                                        actual.index_select(1, varying))}};
    if (varies[0].item<bool>())
      figures.push_back(
          {{"r2_first"}, pooled_r2(predicted.narrow(1, 0, 1), actual.narrow(1, 0, 1))});
    figures.push_back({{"median_error_first"}, median_of(errors.select(1, 0).abs())});
    figures.push_back({{"median_distance"}, median_of(errors.square().sum(1).sqrt())});
  } else {
    figures = {{{"accuracy"}, accuracy(predicted, actual)}};
  }
  if (decoded.chosen) figures.push_back({{"chosen"}, *decoded.chosen});
  return figures;
}

}  // namespace

std::vector<std::string> decoding_figures(LabelKind kind) {
  const std::vector<std::string> measures =
      kind == LabelKind::continuous
          ? std::vector<std::string>{"r2", "r2_first", "median_error_first", "median_distance"}
          : std::vector<std::string>{"accuracy"};
  std::vector<std::string> names;
  for (const Decoder& decoder : decoders)
    if (suits(decoder, kind))
      for (const std::string& measure : measures) names.push_back(decoder.name + (" " + measure));
  return names;
}

Figures decode(const at::Tensor& x, const Labels& labels, const FitAndJudge& rows) {
  const at::Tensor columns = x.to(at::kDouble);
  Figures figures;
  for (const Label& label : labels.all()) {
    if (label.name == bin_time) continue;
    const KnownRows fitted = known_rows(columns, label, rows.fit);
    const KnownRows judged = known_rows(columns, label, rows.judge);
    if (!why_not_decoded(fitted.y, judged.y).empty()) continue;
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
