#pragma once

#include <string>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// Comma-separated values: every column is an array, named by the first line.
class CsvReader : public Reader {
 public:
  static inline const Documentation documentation = {
      .formula = "",
      .shapes =
          "each column T, int64 where all its cells are integers, else float64; an empty "
          "cell is NaN; `signals = \"unit_*\"` joins columns to T x C",
      .units = "",
      .source = "RFC 4180"};

  FileArrays list(const std::string& path) const override;
};

}  // namespace facet
