#include "check_value.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "facet/text.h"

namespace facet {

namespace {

constexpr double smallest = std::numeric_limits<float>::min();
constexpr double largest = std::numeric_limits<float>::max();

/// `a criterion`, `an optimizer`
std::string with_article(const std::string& kind) {
  return (kind.find_first_of("aeiou") == 0 ? "an " : "a ") + kind;
}

/// Checks one value against one option; returns it as the option's type wants it.
class Checker {
 public:
  Checker(const OptionInfo& option, Problems& problems) : option_(option), problems_(problems) {}

  Value check(Value value, const std::string& key) const {
    switch (option_.type) {
      case OptionType::boolean: return scalar(value, key, value.is_boolean(), "true or false");
      case OptionType::integer: return integer(std::move(value), key);
      case OptionType::number: return number(std::move(value), key);
      case OptionType::text: return text(std::move(value), key);
      case OptionType::path: return path(std::move(value), key);
      case OptionType::integers: return each(std::move(value), key, &Checker::integer, "integers");
      case OptionType::numbers:
        if (value.is_number()) return number(std::move(value), key);
        return each(std::move(value), key, &Checker::number, "numbers");
      case OptionType::texts:
        if (value.is_text()) return text(std::move(value), key);
        return each(std::move(value), key, &Checker::text, "texts");
      case OptionType::component: return component(std::move(value), key);
      case OptionType::components:
        return each(std::move(value), key, &Checker::component, "components");
      case OptionType::label: return label(std::move(value), key);
      case OptionType::selection: return selection(std::move(value), key);
      case OptionType::table: return table(std::move(value), key);
      case OptionType::tables: return each(std::move(value), key, &Checker::table, "tables");
    }
    return value;
  }

 private:
  using Check = Value (Checker::*)(Value, const std::string&) const;

  void wrong(const Value& value, const std::string& key, const std::string& what) const {
    problems_.add(value.where, key, what + ", got " + value.to_string());
  }

  Value scalar(Value value, const std::string& key, bool right, const char* wanted) const {
    if (!right) wrong(value, key, std::string("must be ") + wanted);
    return value;
  }

  Value each(Value value, const std::string& key, Check check_item, const char* wanted) const {
    if (!value.is_list()) {
      wrong(value, key, std::string("must be a list of ") + wanted);
      return value;
    }
    std::size_t i = 0;
    for (Value& item : value.list()) {
      item = (this->*check_item)(std::move(item), item_key(key, i++));
    }
    return value;
  }

  Value integer(Value value, const std::string& key) const {
    if (value.is_text() && is_choice(value)) return value;
    if (!value.is_integer()) {
      const std::string words = option_.choices.empty() ? "" : " " + describe_bounds(option_);
      return scalar(value, key, false, ("an integer" + words).c_str());
    }
    check_bounds(value, key);
    return value;
  }

  Value number(Value value, const std::string& key) const {
    if (!value.is_number()) return scalar(value, key, false, "a number");
    if (!(value.number() == value.number())) return scalar(value, key, false, "a number");
    if (fits(value.number()))
      check_bounds(value, key);
    else
      wrong(value, key,
            "must fit into a float32: 0, or in size from " + number_text(smallest, 2) + " to " +
                number_text(largest, 2));
    Value as_number(value.number());
    as_number.where = value.where;
    return as_number;
  }

  /// Losses and optimizers compute with float32. A default may be what it is.
  bool fits(double number) const {
    const double size = std::abs(number);
    const Value& own = option_.default_value;
    return number == 0 || (smallest <= size && size <= largest) ||
           (own.is_number() && own.number() == number);
  }

  void check_bounds(const Value& value, const std::string& key) const {
    const double number = value.number();
    const bool low =
        option_.lower && (option_.lower_open ? number <= *option_.lower : number < *option_.lower);
    const bool high =
        option_.upper && (option_.upper_open ? number >= *option_.upper : number > *option_.upper);
    if (low || high) wrong(value, key, "must be " + describe_bounds(option_));
  }

  bool is_choice(const Value& value) const {
    const auto& choices = option_.choices;
    return std::find(choices.begin(), choices.end(), value.text()) != choices.end();
  }

  Value text(Value value, const std::string& key) const {
    if (!value.is_text()) return scalar(value, key, false, "a text");
    if (!option_.choices.empty() && !is_choice(value))
      wrong(value, key, "must be " + describe_bounds(option_));
    return value;
  }

  /// Relative to the folder of the file in which it was written; what was not written in a file (or
  /// on the command line) relative to the working directory.
  Value path(Value value, const std::string& key) const {
    if (!value.is_text() || value.text().empty()) return scalar(value, key, false, "a path");
    const std::filesystem::path folder = std::filesystem::path(value.where.file).parent_path();
    Value absolute(std::filesystem::absolute(folder / value.text()).lexically_normal().string());
    absolute.where = value.where;
    return absolute;
  }

  Value component(Value value, const std::string& key) const {
    const std::string wanted = "must be the name of " + with_article(option_.kind);
    if (is_name(value)) return value;
    if (!value.is_table()) {
      wrong(value, key, wanted + " or a table with `name`");
      return value;
    }
    const Value* name = value.table().find("name");
    if (name) {
      if (!is_name(*name)) wrong(*name, join_key(key, "name"), wanted);
    } else if (option_.default_value.is_table()) {  // options of the default component
      value.table().set("name", *option_.default_value.table().find("name"));
    } else if (!option_.default_of_kind) {
      problems_.add(value.where, join_key(key, "name"),
                    "is missing: the name of " + with_article(option_.kind));
    }
    return with_engine_keys(std::move(value), key);
  }

  static bool is_name(const Value& value) { return value.is_text() && !value.text().empty(); }

  /// The keys of the engine that stand beside the component's own options, checked.
  Value with_engine_keys(Value value, const std::string& key) const {
    if (option_.members.empty()) return value;
    const Table keys = take_options(option_.members, value.table());
    for (const auto& [name, checked] :
         check_options(option_.members, keys, value.where, key, problems_))
      value.table().set(name, checked);
    return value;
  }

  Value label(Value value, const std::string& key) const {
    if (value.is_text()) return value;
    if (value.is_table()) return label_term(std::move(value), key);
    if (!value.is_list() || value.list().empty()) {
      wrong(value, key, "must be the name of a label, or a list of them");
      return value;
    }
    return each(std::move(value), key, &Checker::label_term, "labels");
  }

  Value label_term(Value value, const std::string& key) const {
    if (value.is_text()) return value;
    if (!value.is_table()) return scalar(std::move(value), key, false, "the name of a label");
    return members(OptionsDescription<LabelTerm>().infos(), std::move(value), key);
  }

  Value selection(Value value, const std::string& key) const {
    const bool empty =
        value.is_text() ? value.text().empty() : value.is_list() && value.list().empty();
    if (empty) wrong(value, key, "selects nothing: leave it out to take all");
    if (value.is_text()) return value;
    return each(std::move(value), key, &Checker::index_or_range, "indices and [begin, end]");
  }

  Value index_or_range(Value value, const std::string& key) const {
    if (value.is_number()) return value;
    const bool pair = value.is_list() && value.list().size() == 2 && value.list()[0].is_number() &&
                      value.list()[1].is_number();
    if (!pair) return scalar(std::move(value), key, false, "an index or [begin, end]");
    if (!(value.list()[0].number() < value.list()[1].number()))
      wrong(value, key, "must begin before it ends");
    return value;
  }

  Value table(Value value, const std::string& key) const {
    if (!value.is_table()) return scalar(std::move(value), key, false, "a table");
    return members(option_.members, std::move(value), key);
  }

  Value members(const std::vector<OptionInfo>& options, Value value, const std::string& key) const {
    Value checked(check_options(options, value.table(), value.where, key, problems_));
    checked.where = value.where;
    return checked;
  }

  const OptionInfo& option_;
  Problems& problems_;
};

}  // namespace

Value check_value(const OptionInfo& option, const Value& value, const std::string& key,
                  Problems& problems) {
  return Checker(option, problems).check(value, key);
}

}  // namespace facet
