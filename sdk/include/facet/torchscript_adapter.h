#pragma once

#include <string>

#include "facet/bins.h"
#include "facet/export.h"
#include "facet/labels.h"
#include "facet/registrar.h"

namespace facet {

/// A model or a criterion whose code is TorchScript, as the pack that brought it describes it.
/// Plain data.
struct TorchScriptComponent {
  ComponentInfo info;  ///< as it is to be registered: without options
  Offset offset;       ///< of a model
  LabelKind target = LabelKind::continuous;  ///< of a supervised criterion
  std::string file;                          ///< where it lay, for messages
  std::string script;                        ///< what was in it, held against its checksum
};

}  // namespace facet

/// What the plugin that runs TorchScript shows beside its door: registers the component. The host
/// knows the adapter by this function, and calls it where it would call the door of a plugin
/// (plugin.h); what is said there holds here.
extern "C" FACET_API void facet_register_torchscript(const facet::TorchScriptComponent& component,
                                                     facet::Registrar& registrar);
