#pragma once

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "facet/error.h"
#include "framework/registry/registry.h"

// The plugins that are built with the tests, as a run sees them.
namespace facet {

Registry& built_plugins();

/// Qualified names (`core/time`) of all components of `kind`.
std::vector<std::string> built_components(const std::string& kind);

template <class Interface>
std::shared_ptr<Interface> make(const std::string& name, Table options = {},
                                const typename Interface::Arguments& arguments = {}) {
  return built_plugins().create<Interface>({name, std::move(options)}, arguments);
}

/// The message of the Error that `action` throws.
template <class Action>
std::string error_of(const Action& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "(no error)";
}

}  // namespace facet
