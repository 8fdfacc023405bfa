#include "facet/plugin.h"

#include "suite2p_reader.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::Suite2pReader>(
      "suite2p", "folders of suite2p, with F.npy or plane0/F.npy: fluorescence of cells");
}
