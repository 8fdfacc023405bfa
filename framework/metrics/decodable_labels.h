#pragma once

#include <string>
#include <vector>

#include "facet/labels.h"
#include "framework/metrics/blocks.h"

namespace facet {

/// Rows of an embedding, and of a label.
struct KnownRows {
  at::Tensor x, y;
};

/// Those of `rows` in which both are known.
KnownRows known_rows(const at::Tensor& embedding, const Label& label, const at::Tensor& rows);

/// c bool: whether a column of a continuous label has more than one value.
at::Tensor varying_columns(const at::Tensor& values);

/// Why a label is not decoded whose values are `fitted` and `judged`; empty: it is. There must be
/// something to fit and to judge, and more than one value of it; of classes, half of what is judged
/// was there to be learned: numbered trials are not.
std::string why_not_decoded(const at::Tensor& fitted, const at::Tensor& judged);

/// Those that decode does not leave out in all folds.
std::vector<Label> decodable_labels(const at::Tensor& embedding, const Labels& labels,
                                    const std::vector<FitAndJudge>& folds);

/// What decode leaves out in all folds, and why: a sentence for each label, and for each constant
/// column of one. Not the clock of the bins, which nobody asked for.
std::vector<std::string> undecoded_labels(const at::Tensor& embedding, const Labels& labels,
                                          const std::vector<FitAndJudge>& folds);

}  // namespace facet
