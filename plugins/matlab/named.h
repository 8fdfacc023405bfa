#pragma once

#include <string>

#include "facet/error.h"

namespace facet::matlab {

/// `action()`; puts the file and the array before what an Error says.
template <class Action>
auto named(const std::string& path, const std::string& name, const Action& action) {
  try {
    return action();
  } catch (const Error& error) {
    throw Error(path + ": '" + name + "' " + error.what());
  }
}

}  // namespace facet::matlab
