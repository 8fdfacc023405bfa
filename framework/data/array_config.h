#pragma once

#include <optional>
#include <string>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// Another name for an array.
struct RenameConfig {
  std::string from;
  std::string to;

  static void describe(auto& options) {
    options.add("from", &RenameConfig::from, "the array's name, its file's prefix included")
        .required();
    options.add("to", &RenameConfig::to, "how it is called instead").required();
  }
};

/// How the samples of an array are brought onto bins.
struct FACET_API AlignConfig {
  std::string array;
  std::string by = "mean";
  std::optional<double> gap;

  static void describe(OptionsDescription<AlignConfig>& options);
};

/// How the missing values of an array are filled.
struct FACET_API FillConfig {
  std::string array;  ///< empty: all
  std::string by = "interpolate";
  std::optional<double> gap;

  static void describe(OptionsDescription<FillConfig>& options);
};

}  // namespace facet
