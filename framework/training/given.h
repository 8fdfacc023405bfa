#pragma once

#include <string>

#include "facet/error.h"

namespace facet {

/// A part that a caller gives; the key of `what` in messages.
template <class T>
const T& given(const T& part, const char* what) {
  if (!part) throw Error(std::string("a solver needs ") + what + ", and was given null");
  return part;
}

}  // namespace facet
