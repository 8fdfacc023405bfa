#pragma once

#include "facet/c_interface.h"
#include "facet/export.h"
#include "facet/registrar.h"

/// What the plugin that adapts the C interface shows beside its door: registers all that a plugin
/// of the C interface offers. The host knows the adapter by this function, and calls it where it
/// would call the door of a plugin (plugin.h); what is said there holds here. `plugin` is what the
/// library's facet_c_plugin() gave: it lives as long as the process, and is null where that failed.
extern "C" FACET_API void facet_register_c_plugin(const facet_plugin* plugin,
                                                  facet::Registrar& registrar);
