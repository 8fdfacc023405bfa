#include "facet/plugin.h"

#include "phy_reader.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::PhyReader>(
      "phy", "folders of Kilosort and phy, with spike_times.npy: spike times of clusters");
}
