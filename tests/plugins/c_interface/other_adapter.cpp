// A plugin that adapts the C interface beside the one that comes with Facet.
#include "facet/c_plugin_adapter.h"
#include "facet/plugin.h"

void facet_register_c_plugin(const facet_plugin*, facet::Registrar&) {}
