#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "facet/error.h"
#include "facet/export.h"
#include "facet/value.h"

/// What an option may hold beside numbers and text.
namespace facet {

/// An integer, or a word in its place: `512`, `"full"`.
using IntegerOrWord = std::variant<std::int64_t, std::string>;

/// A component that options choose: `{ name = "linear-ramp-up", end_weight = 0.1 }` or its bare
/// name. `options` are not checked yet; the registry does that against the chosen component.
///
/// A described struct that derives from it has keys of its own beside the component's options.
struct ComponentChoice {
  std::string name = {};  ///< empty: the default of its kind
  Table options = {};
  Location where = {};
};

template <class T>
class OptionsDescription;

/// One label in a LabelChoice.
struct FACET_API LabelTerm {
  std::string name;
  double weight = 1.0;         ///< multiplies its columns after scaling
  std::string scale = "none";  ///< none, zscore or range (to [0, 1])
  bool circular = false;       ///< an angle in radians: replaced by cosine and sine

  static void describe(OptionsDescription<LabelTerm>& options);
};

/// Labels of the recording, joined column by column: `"position"`, `["position", "speed"]`, or
/// tables with name, weight, scale and circular.
struct LabelChoice {
  std::vector<LabelTerm> terms;

  LabelChoice() = default;
  LabelChoice(const char* name) : terms{{name}} {}
  bool empty() const { return terms.empty(); }
};

}  // namespace facet
