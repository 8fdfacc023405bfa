#include "c_values.h"

#include <ATen/core/Tensor.h>

#include "facet/options.h"

namespace facet {

namespace {

/// A discrete label by its classes, all else by numbers.
at::Tensor rows_of(const LabelChoice& choice, const Labels& labels) {
  const bool discrete =
      choice.terms.size() == 1 && labels.find(choice.terms[0].name).kind == LabelKind::discrete;
  return (discrete ? labels.discrete(choice) : labels.continuous(choice)).contiguous();
}

}  // namespace

CValues::CValues(const std::vector<OptionInfo>& options, const Table& checked,
                 const Labels& labels) {
  for (const OptionInfo& option : options) {
    const Value* value = checked.find(option.name);
    const bool given = value && !value->is_nothing();
    values_.push_back(given ? value_of(option, *value, labels) : facet_value{});
  }
}

facet_value CValues::value_of(const OptionInfo& option, const Value& value, const Labels& labels) {
  facet_value given{};
  switch (option.type) {
    case OptionType::boolean: given.integer = value.boolean() ? 1 : 0; break;
    case OptionType::integer: given.integer = value.integer(); break;
    case OptionType::number: given.number = value.number(); break;
    case OptionType::text: given.text = texts_.emplace_back(value.text()).c_str(); break;
    default:
      given.label = tensors_.emplace_back(rows_of(value_as<LabelChoice>(value), labels)).get();
  }
  return given;
}

}  // namespace facet
