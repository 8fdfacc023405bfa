#pragma once

#include <array>
#include <string>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// What suite2p found in one plane, or in all planes of a recording, side by side.
class Suite2pReader : public Reader {
 public:
  struct Options {
    double neuropil = 0.7;

    static void describe(OptionsDescription<Options>& options);
  };
  static constexpr std::array folder_with{"F.npy", "plane0/F.npy"};
  static inline const Documentation documentation = {
      .formula = "F_corrected = F - neuropil * Fneu",
      .shapes =
          "`F`, `Fneu`, `spks`, `F_corrected`: frames x cells; `iscell` and `redcell`: a bool for "
          "each cell, `iscell_probability` and `redcell_probability` a float64; of several planes "
          "the cells of plane0, then those of plane1, ..., and the frames that all planes have",
      .units = "those of the camera",
      .source = "Pachitariu et al. 2017: F.npy, Fneu.npy, spks.npy, iscell.npy, redcell.npy"};

  explicit Suite2pReader(Options options) : options_(std::move(options)) {}

  FileArrays list(const std::string& path) const override;

 private:
  Options options_;
};

}  // namespace facet
