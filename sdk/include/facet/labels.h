#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/export.h"
#include "facet/options.h"

namespace facet {

enum class LabelKind { continuous, discrete };

FACET_API std::string to_string(LabelKind kind);

/// What was observed beside the signals, one row for each bin.
struct FACET_API Label {
  std::string name;
  LabelKind kind = LabelKind::continuous;
  at::Tensor values;  ///< continuous: T x d float64; discrete: T int64. On the CPU, read-only.
  /// Of text, which is discrete: what the values 0, 1, ... stand for, ascending.
  std::vector<std::string> classes = {};
  /// Of a discrete label: T bool, where it has no value (its values are then -1). Undefined: none.
  at::Tensor missing = {};

  /// How messages call a value of a discrete label: `'left'`, or the number.
  std::string class_name(std::int64_t value) const;
};

/// An array that is no label, and why: told when it is asked for as one.
struct UnusableLabel {
  std::string name;
  std::string why;  ///< `has 4000 rows, the recording has 4125 bins`
};

/// The labels of a recording (of several sessions: joined in the order of the sessions).
/// Immutable after construction; safe to share between threads.
class FACET_API Labels {
 public:
  Labels() = default;
  /// All with `num_bins` rows. Throws Error on another shape or type, or a repeated name.
  Labels(std::int64_t num_bins, std::vector<Label> labels,
         std::vector<UnusableLabel> unusable = {});

  /// The same labels, of which only the rows of `bins` are used: the others may be NaN and do not
  /// count for scales.
  Labels used_in(const Bins& bins) const;
  /// The same labels, whose scales are taken over `bins` (what is trained on) instead of all rows.
  Labels scaled_over(const Bins& bins) const;

  std::int64_t num_bins() const { return num_bins_; }
  const std::vector<Label>& all() const { return labels_; }
  const std::vector<UnusableLabel>& unusable() const { return unusable_; }
  bool contains(const std::string& name) const;
  /// Throws Error that lists what there is when `name` is missing, or says why it is unusable.
  const Label& find(const std::string& name) const;

  /// The chosen continuous labels side by side, scaled, weighted and unrolled: T x d float64.
  /// Throws Error for one that is missing, discrete, or not finite in a bin that is used.
  at::Tensor continuous(const LabelChoice& choice) const;
  /// The one chosen discrete label: T int64. Throws Error for several, a missing or continuous one,
  /// and one that has no value in a bin that is used.
  at::Tensor discrete(const LabelChoice& choice) const;

 private:
  std::int64_t num_bins_ = 0;
  std::vector<Label> labels_;
  std::vector<UnusableLabel> unusable_;
  at::Tensor scale_rows_;  // over which scales are taken; undefined: all
  at::Tensor used_;        // T bool; undefined: all
};

}  // namespace facet
