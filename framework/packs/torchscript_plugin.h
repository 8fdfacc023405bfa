#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// A plugin of one model or criterion, named as the plugin, whose code is a TorchScript file
/// NAME.pt instead of a library NAME.so.
struct FACET_API TorchScriptPlugin {
  std::string plugin;
  std::string kind;                   ///< `model` or `criterion`
  std::optional<std::string> form;    ///< of a criterion: `contrastive` or `supervised`
  std::optional<std::string> target;  ///< of a supervised one: `continuous` or `discrete`
  std::string summary;                ///< one line
  /// Of a model: bins of its window before the one it is for, and from that one on.
  std::optional<std::int64_t> left, right;

  static void describe(OptionsDescription<TorchScriptPlugin>& options);
  void validate(Problems& problems, const std::string& key) const;
};

}  // namespace facet
