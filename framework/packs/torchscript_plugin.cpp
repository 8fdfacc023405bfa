#include "framework/packs/torchscript_plugin.h"

#include "facet/text.h"
#include "framework/toml/key_path.h"

namespace facet {

namespace {

constexpr std::size_t longest_summary = 200;

/// A key has to be there for a plugin of that sort, and for no other.
void require_for(bool is_of_that_sort, bool is_there, const std::string& sort,
                 const std::string& key, Problems& problems) {
  if (is_of_that_sort && !is_there) problems.add({}, key, "is missing: it is of " + sort);
  if (!is_of_that_sort && is_there) problems.add({}, key, "is for " + sort + " alone");
}

/// It stands in lists, on terminals.
void check_summary(std::string summary, const std::string& key, Problems& problems) {
  if (summary.empty()) problems.add({}, key, "must say what it is, in one line");
  if (summary.size() > longest_summary)
    problems.add({}, key,
                 "must be one line of at most " + std::to_string(longest_summary) +
                     " characters, it has " + std::to_string(summary.size()));
  if (const std::string odd = make_plain(summary); !odd.empty())
    problems.add({}, key, "must be one line, and has " + odd);
}

}  // namespace

void TorchScriptPlugin::describe(OptionsDescription<TorchScriptPlugin>& options) {
  using Plugin = TorchScriptPlugin;
  options.add("plugin", &Plugin::plugin, "the plugin whose code is NAME.pt").required();
  options.add("kind", &Plugin::kind, "what it is").one_of({"model", "criterion"}).required();
  options.add("form", &Plugin::form, "of a criterion: what it is called with")
      .one_of({"contrastive", "supervised"});
  options.add("target", &Plugin::target, "of a supervised criterion: the kind of its label")
      .one_of({"continuous", "discrete"});
  options.add("summary", &Plugin::summary, "what it is, in one line").required();
  options.add("left", &Plugin::left, "of a model: bins of its window before the one it is for")
      .at_least(0)
      .at_most(1e6);
  options.add("right", &Plugin::right, "of a model: bins of its window from that one on")
      .at_least(1)
      .at_most(1e6);
}

void TorchScriptPlugin::validate(Problems& problems, const std::string& key) const {
  const bool is_model = kind == "model", is_supervised = !is_model && form == "supervised";
  const auto key_of = [&](const char* option) { return join_key(key, option); };
  require_for(!is_model, form.has_value(), "a criterion", key_of("form"), problems);
  require_for(is_supervised, target.has_value(), "a supervised criterion", key_of("target"),
              problems);
  require_for(is_model, left.has_value(), "a model", key_of("left"), problems);
  require_for(is_model, right.has_value(), "a model", key_of("right"), problems);
  check_summary(summary, key_of("summary"), problems);
}

}  // namespace facet
