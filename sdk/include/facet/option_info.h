#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/error.h"
#include "facet/export.h"
#include "facet/value.h"

namespace facet {

enum class OptionType {
  boolean,
  integer,
  number,
  text,
  path,        ///< a file or folder; relative to the folder of the config file that says it
  integers,    ///< list of integers
  numbers,     ///< list of numbers, or one
  texts,       ///< list of texts
  component,   ///< a name, or a table with `name` (else the default's) and its options
  components,  ///< list of components
  label,       ///< one or several labels of the recording
  selection,   ///< a condition on labels, or a list of indices and ranges
  table,       ///< a table with members of its own
  tables       ///< list of such tables
};

FACET_API std::string to_string(OptionType type);
FACET_API OptionType option_type(const std::string& name);  ///< inverse; throws Error

/// What is known of one option without any code of its plugin. Plain data.
struct OptionInfo {
  std::string name;
  OptionType type = OptionType::number;
  std::string doc;
  Value default_value;           ///< nothing: has none
  bool required = false;         ///< must be given
  bool default_of_kind = false;  ///< a component that, left out, is the default of its kind
  bool may_change = false;       ///< in a run that is resumed
  std::optional<double> lower, upper;
  bool lower_open = false, upper_open = false;  ///< the bound itself is not allowed
  std::vector<std::string> choices;  ///< for text: what is allowed, when not empty; for an integer:
                                     ///< the words that are allowed in its place
  std::string kind;                  ///< for component(s): of which kind
  std::vector<OptionInfo> members;   ///< for table(s); for a component: the keys of the engine that
                                     ///< stand beside the component's own options

  bool operator==(const OptionInfo&) const = default;
};

/// `> 0`, `>= 0 and < 1`, `one of 'a', 'b'`; empty when anything goes.
FACET_API std::string describe_bounds(const OptionInfo& option);

/// Checks `given` against `options`: unknown keys (with a suggestion), missing ones, types, bounds,
/// choices; adds every mistake to `problems` under `key`. Returns the table with all defaults
/// filled in, in the order of `options`; integers given for numbers become numbers, paths absolute.
FACET_API Table check_options(const std::vector<OptionInfo>& options, const Table& given,
                              const Location& where, const std::string& key, Problems& problems);

/// Takes the values of `options` out of `table`.
FACET_API Table take_options(const std::vector<OptionInfo>& options, Table& table);

/// `key.name`, or `name` where key is empty; a name with spaces, dots, brackets or quotes in
/// quotes.
FACET_API std::string join_key(const std::string& key, const std::string& name);

/// `key[i]`
FACET_API std::string item_key(const std::string& key, std::size_t i);

}  // namespace facet
