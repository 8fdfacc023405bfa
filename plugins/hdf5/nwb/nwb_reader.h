#pragma once

#include <string>

#include "facet/reader.h"
#include "facet/registrar.h"

namespace facet {

/// Files of Neurodata Without Borders 2.x (HDF5): units, time series, intervals and tables, in
/// their units and with their clocks.
class NwbReader : public Reader {
 public:
  static inline const Documentation documentation = {
      .formula = "data * conversion + offset, as float64 where that is not the data itself",
      .shapes =
          "`units`: events of each unit; a time series: T or T x C; intervals: n x 2; columns "
          "of tables by dots, one a row: `units.quality`, `trials.outcome`, "
          "`units.electrodes.location` (of the first electrode), of cells in the order of a "
          "series' rois `dff.is_cell`. A name is an object's own or, where two have it, the "
          "shortest ending of its path that is its alone",
      .units = "those of the file, by their symbols (m, rad, V); times in seconds",
      .source = "Neurodata Without Borders, schema 2.x (Ruebel et al., eLife 2022)"};

  FileArrays list(const std::string& path) const override;
};

}  // namespace facet
