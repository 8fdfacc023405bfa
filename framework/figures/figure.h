#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "facet/export.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

/// One step of the way to a figure: a name alone (`decoding`, `r2`), or one with what it is of
/// (`facet` 0:4, `label` position, `neuron` 3).
struct PathStep {
  using Of = std::variant<std::monostate, std::string, std::int64_t, FeatureRange>;

  PathStep(const char* alone) : name(alone) {}
  PathStep(std::string what, Of which = {}) : name(std::move(what)), of(std::move(which)) {}

  bool is_name() const { return std::holds_alternative<std::monostate>(of); }

  std::string name;
  Of of;
};

using FigurePath = std::vector<PathStep>;

/// What the step is of, else its name: `0:4`, `position`, `3`, `r2`.
FACET_API std::string to_string(const PathStep& step);

/// The path as one line, unique among the figures of a judgement: `decoding 0:4 position knn r2`.
/// What is of a number has its name before it: `neuron 3`.
FACET_API std::string to_string(const FigurePath& path);

/// One number that a judgement gives.
struct Figure {
  FigurePath path;
  double value = 0;       ///< may be infinite or not a number
  std::string unit = "";  ///< `nats` or `bits`; empty: a pure number, or in the unit of a label
};

/// All that a judgement gives, in the order in which it is shown. Tables and JSON are made of it.
using Figures = std::vector<Figure>;

/// The same figures at longer paths, which begin with `path`.
FACET_API Figures under(const FigurePath& path, Figures figures);

FACET_API void append(Figures& figures, Figures more);

/// The value at the path that reads `path`, if there is one.
FACET_API std::optional<double> find_value(const Figures& figures, const std::string& path);

/// The figures whose paths begin with the steps that read `path`.
FACET_API Figures within(const Figures& figures, const std::string& path);

/// Each reading of the step of that number, once, in order.
FACET_API std::vector<std::string> steps_at(const Figures& figures, std::size_t number);

}  // namespace facet
