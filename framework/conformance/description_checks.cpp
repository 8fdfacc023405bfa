#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/use.h"

namespace facet {

namespace {

void require_documented(const Tried& tried) {
  std::vector<std::string> without;
  const auto look = [&](const std::string& text, const std::string& what) {
    if (text.empty()) without.push_back(what);
  };
  look(tried.info().summary, "it");
  for (const OptionInfo& option : tried.info().options)
    look(option.doc, "its option '" + option.name + "'");
  if (!without.empty()) throw Error("no text says what these are: " + join(without));
}

/// A larger size would cost time and memory.
constexpr double largest_size = 100;

/// What its description allows and is worth trying: the bounds, or near them where they are not
/// allowed themselves; each choice; true and false.
std::vector<Value> allowed_values(const OptionInfo& option) {
  std::vector<Value> values;
  const auto add = [&](double bound, bool open, double inwards) {
    if (option.type == OptionType::integer)
      values.push_back(static_cast<std::int64_t>(open ? bound + inwards : bound));
    else
      values.push_back(open ? bound + inwards * 1e-3 : bound);
  };
  const bool is_number = option.type == OptionType::integer || option.type == OptionType::number;
  if (is_number && option.lower) add(*option.lower, option.lower_open, 1);
  if (is_number && option.upper &&
      (option.type == OptionType::number || *option.upper <= largest_size))
    add(*option.upper, option.upper_open, -1);
  if (option.type == OptionType::boolean) values = {true, false};
  for (const std::string& choice : option.choices) values.emplace_back(choice);
  return values;
}

/// Made and used with each; what an exception that is none of Facet's says goes to `other`.
void try_values(const Tried& tried,
                const std::function<void(const OptionInfo&, const Error&)>& error,
                const std::function<void(const OptionInfo&, const std::exception&)>& other) {
  for (const OptionInfo& option : tried.info().options) {
    for (const Value& value : allowed_values(option)) {
      try {
        Tried with = tried.with({{option.name, value}});
        use(with);
      } catch (const Error& thrown) {
        error(option, thrown);
      } catch (const std::exception& thrown) {
        other(option, thrown);
      }
    }
  }
}

void require_values_inside_bounds(const Tried& tried) {
  use(tried);
  const auto refused = [](const OptionInfo& option, const Error& error) {
    const std::string message = error.what();
    if (message.find(option.name) == std::string::npos)
      throw Error("a value of its option '" + option.name +
                  "' that its description allows is refused, by an error that does not name the "
                  "option: " +
                  message);
  };
  try_values(tried, refused, [](const OptionInfo&, const std::exception&) {});
}

void require_errors_of_facet(const Tried& tried) {
  const auto other = [](const OptionInfo& option, const std::exception& thrown) {
    throw Error("a value of its option '" + option.name +
                "' ends in an exception that is not a facet::Error: " + reason_of(thrown));
  };
  try_values(
      tried, [](const OptionInfo&, const Error&) {}, other);
}

}  // namespace

Checks description_checks() {
  return {
      {"documented", "a text says what it is, and what each of its options is", require_documented},
      {"options",
       "it can be made and used with its defaults, and with each option at its bounds and "
       "choices, unless an error names the option",
       require_values_inside_bounds},
      {"errors", "what it throws for such options is a facet::Error", require_errors_of_facet}};
}

}  // namespace facet
