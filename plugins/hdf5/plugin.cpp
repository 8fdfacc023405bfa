#include "facet/plugin.h"

#include "hdf5_reader.h"
#include "hdf5_writer.h"
#include "nwb/nwb_reader.h"

FACET_PLUGIN(registrar) {
  for (const char* extension : {"h5", "hdf5"}) {
    registrar.add<facet::Hdf5Reader>(extension,
                                     "the datasets of an HDF5 file, or the columns of pandas' "
                                     "tables, DeepLabCut's and SLEAP's poses");
    registrar.add<facet::Hdf5Writer>(extension, "the datasets of an HDF5 file");
  }
  registrar.add<facet::NwbReader>(
      "nwb", "spikes, behaviour, trials and traces of a file of Neurodata Without Borders");
}
