#pragma once

#include <string>

#include "facet/error.h"

namespace facet {

/// The message of the Error that `function` throws; empty when it throws none.
template <class Function>
std::string message_of(Function function) {
  try {
    function();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace facet
