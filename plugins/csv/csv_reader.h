#pragma once

#include <string>
#include <vector>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// Tables of text, as pandas, R, spreadsheets and DeepLabCut write them.
class CsvReader : public Reader {
 public:
  struct Options {
    std::vector<std::string> missing = {"NA",   "NaN",  "nan",  "NAN",   "-nan",
                                        "N/A",  "n/a",  "#N/A", "#NUM!", "null",
                                        "NULL", "None", ".",    "-",     "?"};
    double likelihood = 0;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation = {
      .formula = "",
      .shapes =
          "each column T: bool where all its cells are true or false, int64 where all are "
          "integers, float64 where all are numbers, NaN where one is missing, else text; `signals "
          "= \"unit_*\"` joins columns "
          "to T x C; of DeepLabCut's tables each part T x 2 (T x 3 in space), `nose`, and its "
          "`nose.likelihood` T",
      .units = "those of the file: DeepLabCut's are pixels",
      .source = "RFC 4180; separated by commas, `;` (with decimal commas, too), tabs or blanks"};

  explicit CsvReader(Options options) : options_(std::move(options)) {}

  FileArrays list(const std::string& path) const override;

 private:
  Options options_;
};

}  // namespace facet
