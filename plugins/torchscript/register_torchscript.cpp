#include <memory>

#include "facet/plugin.h"
#include "facet/torchscript_adapter.h"
#include "script.h"
#include "script_criterion.h"
#include "torchscript_model.h"

namespace facet {

namespace {

std::shared_ptr<Criterion> make_criterion(const TorchScriptComponent& component, Script script) {
  if (component.info.form == ContrastiveCriterion::form)
    return std::make_shared<ScriptContrastive>(std::move(script));
  return std::make_shared<ScriptSupervised>(std::move(script), component.target);
}

std::shared_ptr<Model> make_model(const TorchScriptComponent& component, Script script,
                                  const Model::Arguments& arguments) {
  return std::make_shared<ScriptModel>(std::move(script), component.offset, arguments);
}

std::shared_ptr<void> make(const TorchScriptComponent& component, const void* arguments) {
  Script script(component.file, component.script);
  if (component.info.kind == Criterion::kind) return make_criterion(component, std::move(script));
  return make_model(component, std::move(script), *static_cast<const Model::Arguments*>(arguments));
}

}  // namespace

}  // namespace facet

void facet_register_torchscript(const facet::TorchScriptComponent& component,
                                facet::Registrar& registrar) {
  registrar.add({component.info,
                 [component](const facet::Table&, const facet::Location&, const std::string&,
                             const void* arguments) { return facet::make(component, arguments); }});
}

FACET_PLUGIN(registrar) {
  registrar.add<facet::TorchScriptModel>("torchscript", "an encoder from a TorchScript file");
}
