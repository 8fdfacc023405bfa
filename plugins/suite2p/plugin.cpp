#include "facet/plugin.h"

#include "suite2p_reader.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::Suite2pReader>("suite2p", "a folder of suite2p: the fluorescence of cells");
}
