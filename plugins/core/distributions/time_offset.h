#pragma once

#include "facet/distribution.h"
#include "facet/registrar.h"

namespace facet {

/// Positives a fixed time after their references.
class Time : public Distribution {
 public:
  struct Options {
    std::int64_t time_offset = 1;

    static void describe(OptionsDescription<Options>& options);
    void validate(Problems& problems, const std::string& key) const;
  };
  static inline const Documentation documentation{
      .formula = "positive = reference + time_offset, in the same segment",
      .shapes = "one bin a reference",
      .units = "time_offset in bins",
      .source = "Schneider, Lee, Mathis, Nature 617 (2023)"};

  /// Throws Error where no segment is long enough.
  Time(const Options& options, const SamplingSpace& space);

  const Bins& references() const override { return references_; }
  std::vector<std::int64_t> sample(std::span<const std::int64_t> references,
                                   Random& random) const override;

 private:
  std::int64_t time_offset_;
  Bins references_;
};

}  // namespace facet
