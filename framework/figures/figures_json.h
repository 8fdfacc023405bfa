#pragma once

#include <string>

#include "facet/export.h"
#include "facet/value.h"
#include "framework/figures/figure.h"

namespace facet {

/// The figures as JSON, laid out by their paths; `head` stands before them. A name is a key of an
/// object; steps that say of what a figure is make a list of objects, which begin with them:
///
///     decoding, facet 0:4, label position, r2    "decoding": [{"facet": [0, 4],
///                                                              "label": "position", "r2": 0.9}]
///
/// At the end of a path they are places in an array: `consistency, from a, to b` is a matrix. What
/// is not finite is null.
FACET_API std::string to_json(const Figures& figures, const Table& head = {});

}  // namespace facet
