#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "facet/bins.h"
#include "facet/component.h"
#include "facet/export.h"
#include "facet/options.h"
#include "facet/random.h"
#include "facet/recording.h"

namespace facet {

/// Draws references (and negatives). Immutable after construction: sample() is called from several
/// threads at once, each with a Random of its own.
class FACET_API Prior : public Component {
 public:
  using Kind = Prior;
  static constexpr std::string_view kind = "prior";
  static constexpr std::string_view form = "";
  using Arguments = SamplingSpace;

  virtual ~Prior();
  /// `count` bins of the space's `bins`.
  virtual std::vector<std::int64_t> sample(std::int64_t count, Random& random) const = 0;
};

/// Draws positives given references. Immutable after construction: sample() is called from several
/// threads at once, each with a Random of its own.
///
/// The constructor takes the options and the SamplingSpace; it throws Error where the space does
/// not serve (a missing label, no bin left). The space is copied by whoever wants to keep it;
/// its tensors are shared.
///
/// Where the space's `bins` are of several sessions, positives that are found by a label are
/// searched in the sessions that deal_out_sessions() assigns.
class FACET_API Distribution : public Component {
 public:
  using Kind = Distribution;
  static constexpr std::string_view kind = "distribution";
  static constexpr std::string_view form = "";
  using Arguments = SamplingSpace;

  virtual ~Distribution();
  /// The bins that have a positive: references are drawn from these alone.
  virtual const Bins& references() const = 0;
  /// A positive for every reference, each a bin of the space's `bins`.
  virtual std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                           Random& random) const = 0;
  /// The prior that draws references where no other is asked for. Default: none in particular.
  virtual std::optional<ComponentChoice> default_prior() const;
};

/// The session in which each positive is to be found: those of the references in a random order, so
/// that every session gets as many positives as it has references. Draws nothing where `bins` are
/// of one session. The references are among `bins`.
FACET_API std::vector<std::int64_t> deal_out_sessions(const Bins& bins,
                                                      std::span<const std::int64_t> references,
                                                      Random& random);

}  // namespace facet
