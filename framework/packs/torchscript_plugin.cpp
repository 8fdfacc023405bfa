#include "framework/packs/torchscript_plugin.h"

#include "framework/toml/key_path.h"

namespace facet {

namespace {

/// `value` has to be there for a plugin of that sort, and for no other.
void require_for(bool is_of_that_sort, const std::string& value, const std::string& sort,
                 const std::string& key, Problems& problems) {
  if (is_of_that_sort && value.empty()) problems.add({}, key, "is missing: it is of " + sort);
  if (!is_of_that_sort && !value.empty()) problems.add({}, key, "is for " + sort + " alone");
}

}  // namespace

void TorchScriptPlugin::describe(OptionsDescription<TorchScriptPlugin>& options) {
  using Plugin = TorchScriptPlugin;
  options.add("plugin", &Plugin::plugin, "the plugin whose code is NAME.pt").required();
  options.add("kind", &Plugin::kind, "what it is").one_of({"model", "criterion"}).required();
  options.add("form", &Plugin::form, "of a criterion: what it is called with")
      .one_of({"", "contrastive", "supervised"});
  options.add("target", &Plugin::target, "of a supervised criterion: the kind of its label")
      .one_of({"", "continuous", "discrete"});
  options.add("summary", &Plugin::summary, "what it is, in one line").required();
  options.add("left", &Plugin::left, "of a model: bins of its window before the one it is for")
      .at_least(0)
      .at_most(1e6);
  options.add("right", &Plugin::right, "of a model: bins of its window from that one on")
      .at_least(1)
      .at_most(1e6);
}

void TorchScriptPlugin::validate(Problems& problems, const std::string& key) const {
  const bool is_criterion = kind == "criterion";
  require_for(is_criterion, form, "a criterion", join_key(key, "form"), problems);
  require_for(is_criterion && form == "supervised", target, "a supervised criterion",
              join_key(key, "target"), problems);
  if (is_criterion && (left != 0 || right != 1))
    problems.add({}, join_key(key, left != 0 ? "left" : "right"), "is for a model alone");
}

}  // namespace facet
