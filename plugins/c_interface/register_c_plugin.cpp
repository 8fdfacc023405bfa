#include "c_criterion.h"
#include "c_distribution.h"
#include "c_options.h"
#include "facet/c_plugin_adapter.h"
#include "facet/plugin.h"
#include "facet/text.h"

namespace facet {

namespace {

using Mistakes = std::vector<std::string>;

/// Whether all that this version of the interface knows is there.
template <class Struct>
bool is_whole(const std::string& what, const Struct* described, Mistakes& mistakes) {
  if (!described)
    mistakes.push_back(what + " is NULL");
  else if (described->size < sizeof(Struct))
    mistakes.push_back(what + " says that its size is " + std::to_string(described->size) +
                       ", it has at least " + std::to_string(sizeof(Struct)) + " bytes");
  else
    return true;
  return false;
}

template <class Function>
void must_be_there(const char* name, Function* function) {
  if (!function) throw Error(std::string("it has no function '") + name + "'");
}

void must_be_complete(const facet_criterion& criterion) {
  must_be_there("create", criterion.create);
  must_be_there("forward", criterion.forward);
  must_be_there("destroy", criterion.destroy);
  for (const OptionInfo& option : options_of(criterion.component))
    if (option.type == OptionType::label)
      throw Error("its option '" + option.name + "' is a label, which only a distribution has");
}

void must_be_complete(const facet_distribution& distribution) {
  must_be_there("create", distribution.create);
  must_be_there("sample", distribution.sample);
  must_be_there("destroy", distribution.destroy);
}

std::shared_ptr<Criterion> create(const facet_criterion& functions,
                                  const std::vector<OptionInfo>& options, const Table& checked,
                                  const Criterion::Arguments&) {
  return std::make_shared<CCriterion>(functions, options, checked);
}

std::shared_ptr<Distribution> create(const facet_distribution& functions,
                                     const std::vector<OptionInfo>& options, const Table& checked,
                                     const SamplingSpace& space) {
  return std::make_shared<CDistribution>(functions, options, checked, space);
}

template <class Form, class Functions>
ComponentEntry entry_of(const Functions& functions) {
  const facet_component& component = functions.component;
  ComponentEntry entry;
  entry.info.kind = Form::kind;
  entry.info.form = Form::form;
  entry.info.name = text_or_empty(component.name);
  entry.info.summary = text_or_empty(component.summary);
  entry.info.documentation = {text_or_empty(component.formula), text_or_empty(component.shapes),
                              text_or_empty(component.units), text_or_empty(component.source)};
  entry.info.options = options_of(component);
  entry.create = [&functions, options = entry.info.options](
                     const Table& checked, const Location&, const std::string&,
                     const void* arguments) -> std::shared_ptr<void> {
    using Arguments = typename Form::Arguments;
    return create(functions, options, checked, *static_cast<const Arguments*>(arguments));
  };
  return entry;
}

template <class Form, class Functions>
void add(const Functions* const* all, std::size_t count, Registrar& registrar, Mistakes& mistakes) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::string kind(Form::kind);
    if (!is_whole(item_key(kind, i), all[i], mistakes)) continue;
    try {
      must_be_complete(*all[i]);
      registrar.add(entry_of<Form>(*all[i]));
    } catch (const Error& error) {
      mistakes.push_back(kind + " '" + text_or_empty(all[i]->component.name) +
                         "': " + error.what());
    }
  }
}

void add_all(const facet_plugin* plugin, Registrar& registrar) {
  Mistakes mistakes;
  if (is_whole("what facet_c_plugin() gives", plugin, mistakes)) {
    add<ContrastiveCriterion>(plugin->criterions, plugin->num_criterions, registrar, mistakes);
    add<Distribution>(plugin->distributions, plugin->num_distributions, registrar, mistakes);
  }
  if (!mistakes.empty()) throw Error(join(mistakes, "\n  "));
}

}  // namespace

}  // namespace facet

void facet_register_c_plugin(const facet_plugin* plugin, facet::Registrar& registrar) {
  facet::add_all(plugin, registrar);
}
