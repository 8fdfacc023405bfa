#pragma once

#include "facet/export.h"
#include "facet/registrar.h"

/// The one door of a plugin. In exactly one source file of it:
///
///     FACET_PLUGIN(registrar) {
///       registrar.add<MyLoss>("MyLoss", "what it is, in one line");
///     }
///
/// Called once, in the host's main thread, after the file was checked. An exception that leaves it
/// is reported with the plugin's name, and nothing of the plugin is registered. The library is
/// never unloaded.
#define FACET_PLUGIN(registrar) \
  extern "C" FACET_API void facet_register(facet::Registrar& registrar)
