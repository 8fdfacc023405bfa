#include "facet/plugin.h"

#include "phy_reader.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::PhyReader>("phy", "a folder of Kilosort or phy: spike times of clusters");
}
