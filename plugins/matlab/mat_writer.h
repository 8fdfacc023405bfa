#pragma once

#include <string>
#include <vector>

#include "facet/writer.h"

namespace facet {

/// MATLAB's files of version 5, as `save -v7` writes them.
class MatWriter : public Writer {
 public:
  static inline const Documentation documentation = {
      .shapes =
          "a variable for each array: T is T x 1; text is a cell array of char, and what is "
          "missing in it is ''. What a variable cannot be called becomes `_` in its name"};

  std::vector<LeftOut> write(const std::string& path, const FileArrays& arrays) const override;
};

}  // namespace facet
