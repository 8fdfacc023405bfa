#include "c_options.h"

namespace facet {

namespace {

OptionType type_of(const facet_option& option) {
  switch (option.type) {
    case FACET_BOOLEAN: return OptionType::boolean;
    case FACET_INTEGER: return OptionType::integer;
    case FACET_NUMBER: return OptionType::number;
    case FACET_TEXT: return OptionType::text;
    case FACET_LABEL: return OptionType::label;
    default:
      throw Error("its option '" + text_or_empty(option.name) + "' has the type " +
                  std::to_string(option.type) + ", which this version of Facet does not know");
  }
}

Value default_of(const facet_option& option) {
  const facet_value& value = option.default_value;
  if (option.required) return {};
  switch (option.type) {
    case FACET_BOOLEAN: return value.integer != 0;
    case FACET_INTEGER: return value.integer;
    case FACET_NUMBER: return value.number;
    case FACET_TEXT: return text_or_empty(value.text);
    default: return {};
  }
}

OptionInfo option_of(const facet_option& option) {
  OptionInfo info;
  info.name = text_or_empty(option.name);
  info.type = type_of(option);
  info.doc = text_or_empty(option.doc);
  info.default_value = default_of(option);
  info.required = option.required != 0;
  info.lower_open = (option.bounds & FACET_ABOVE) != 0;
  info.upper_open = (option.bounds & FACET_BELOW) != 0;
  if (option.bounds & (FACET_ABOVE | FACET_AT_LEAST)) info.lower = option.lower;
  if (option.bounds & (FACET_BELOW | FACET_AT_MOST)) info.upper = option.upper;
  for (const char* const* choice = option.choices; choice && *choice; ++choice)
    info.choices.emplace_back(*choice);
  return info;
}

}  // namespace

std::string text_or_empty(const char* text) {
  return text ? text : "";
}

std::vector<OptionInfo> options_of(const facet_component& component) {
  std::vector<OptionInfo> options;
  for (std::size_t i = 0; i < component.num_options; ++i)
    options.push_back(option_of(component.options[i]));
  return options;
}

}  // namespace facet
