#pragma once

#include <string>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// HDF5 files: every dataset is an array, named by its path from the root without the first `/`. Of
/// pandas' tables (DeepLabCut's are such) and SLEAP's analyses it gives what they hold, by the
/// names that they have there.
class Hdf5Reader : public Reader {
 public:
  struct Options {
    double likelihood = 0;

    static void describe(OptionsDescription<Options>& options);
  };
  static inline const Documentation documentation = {
      .formula = "",
      .shapes =
          "as h5py shows them; a dataset `neural` in a group `session` is the array "
          "`session/neural`; of tables that pandas wrote each column T; of DeepLabCut's each part "
          "T x 2 (T x 3 in space), `nose`, and its `nose.likelihood` T; of SLEAP's analysis each "
          "node T x 2, `mouse1.nose`, and its `mouse1.nose.score` T",
      .units = "those of the file: DeepLabCut's and SLEAP's are pixels",
      .source =
          "The HDF5 file format specification, version 3.0; tables as pandas 3.1 and PyTables "
          "3.11, analyses as SLEAP and sleap-io 0.9.5 write them"};

  explicit Hdf5Reader(Options options) : options_(options) {}

  FileArrays list(const std::string& path) const override;

 private:
  Options options_;
};

}  // namespace facet
