#pragma once

#include <string>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// MATLAB's files of versions 5 (and 6, 7) and 7.3.
class MatReader : public Reader {
 public:
  static inline const Documentation documentation = {
      .formula = "",
      .shapes =
          "rows and columns as MATLAB shows them; vectors have one dimension; the field "
          "`neural` of a struct `session` is the array `session.neural`; the elements of a cell "
          "array, and of a field of an array of structs, are rows, of different lengths or text; "
          "of a field with one number in each struct they are one array",
      .units = "",
      .source = "MATLAB MAT-File Format (MathWorks)"};

  FileArrays list(const std::string& path) const override;
};

}  // namespace facet
