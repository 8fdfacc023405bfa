#include "framework/registry/description_mistakes.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <set>

#include "facet/kinds.h"
#include "facet/text.h"

namespace facet {

namespace {

bool consists_of_letters_digits_and(const std::string& others, const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](unsigned char c) {
    return std::isalnum(c) || others.find(static_cast<char>(c)) != std::string::npos;
  });
}

/// All numbers and texts of a value, those in lists and tables too.
void visit(const Value& value, const std::function<void(const Value&)>& look_at) {
  if (value.is_list())
    for (const Value& item : value.list()) visit(item, look_at);
  else if (value.is_table())
    for (const auto& [key, item] : value.table()) visit(item, look_at);
  else
    look_at(value);
}

/// What is wrong with the options that a component, or a table among its options, describes.
class OptionMistakes {
 public:
  explicit OptionMistakes(std::vector<std::string>& mistakes) : mistakes_(mistakes) {}

  void look_at(const std::vector<OptionInfo>& options, const std::string& key = "") {
    std::set<std::string> names;
    for (const OptionInfo& option : options) {
      if (!consists_of_letters_digits_and("_-", option.name)) {
        std::string shown = option.name;
        make_plain(shown);
        mistakes_.push_back("the name '" + shown +
                            "' must consist of letters, digits, '_' and '-'");
        continue;
      }
      const std::string own = join_key(key, option.name);
      if (!names.insert(option.name).second) {
        mistakes_.push_back("'" + own + "' is described twice");
        continue;
      }
      look_at_choices(option, own);
      look_at_default(option, own, key);
      look_at_texts(option, own);
      look_at(option.members, own);
    }
  }

 private:
  void look_at_choices(const OptionInfo& option, const std::string& key) {
    if (option.choices.empty() || option.type == OptionType::text ||
        option.type == OptionType::integer)
      return;
    mistakes_.push_back("'" + key + "' is a " + to_string(option.type) +
                        ", which has no choices or words: one_of goes with a text, or_word with an "
                        "IntegerOrWord");
  }

  void look_at_default(const OptionInfo& option, const std::string& key,
                       const std::string& parent) {
    bool finite = true;
    visit(option.default_value, [&](const Value& value) {
      finite = finite && !(value.is_number() && !std::isfinite(value.number()));
    });
    if (!finite) {
      mistakes_.push_back("'" + key + "' is not finite by default");
      return;
    }
    const bool single = option.type == OptionType::number || option.type == OptionType::integer ||
                        option.type == OptionType::text;
    if (!single || option.default_value.is_nothing()) return;
    Problems problems;
    check_options({option}, {{option.name, option.default_value}}, {}, parent, problems);
    for (const Problem& problem : problems.all())
      mistakes_.push_back(to_string(problem) + " by default");
  }

  void look_at_texts(const OptionInfo& option, const std::string& key) {
    std::vector<std::string> texts = option.choices;
    texts.push_back(option.doc);
    visit(option.default_value, [&](const Value& value) {
      if (value.is_text()) texts.push_back(value.text());
    });
    for (std::string& text : texts)
      if (const std::string fault = make_plain(text); !fault.empty())
        mistakes_.push_back("'" + key + "' has " + fault + " in '" + text + "'");
  }

  std::vector<std::string>& mistakes_;
};

std::vector<std::string> texts_of(const ComponentInfo& component) {
  const Documentation& more = component.documentation;
  return {component.summary, more.formula, more.shapes, more.units, more.source};
}

}  // namespace

std::string kind_and_name(const ComponentInfo& component) {
  std::string name = component.name;
  make_plain(name);
  return component.kind + " '" + name + "'";
}

std::vector<std::string> description_mistakes(const ComponentInfo& component) {
  const std::string whose = kind_and_name(component);
  std::vector<std::string> mistakes;
  if (!consists_of_letters_digits_and("._-", component.name))
    mistakes.push_back("the name of the " + whose +
                       " must consist of letters, digits, '.', '_' and '-'");
  for (std::string& text : texts_of(component))
    if (const std::string fault = make_plain(text); !fault.empty())
      mistakes.push_back("the " + whose + " has " + fault + " in '" + text + "'");
  for (const OptionInfo& option : component.options)
    if (is_reserved(component.kind, option.name))
      mistakes.push_back("the " + whose + " cannot call an option '" + option.name +
                         "': a config has a key of the engine there");
  std::vector<std::string> of_options;
  OptionMistakes(of_options).look_at(component.options);
  for (const std::string& mistake : of_options)
    mistakes.push_back("the options of the " + whose + " cannot be used: " + mistake);
  return mistakes;
}

}  // namespace facet
