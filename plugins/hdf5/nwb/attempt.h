#pragma once

#include <string>

#include "facet/error.h"
#include "facet/file_array.h"

namespace facet::nwb {

/// `list()`, which adds to the arrays; one of this name is unreadable where it throws an Error.
template <class List>
void attempt(const std::string& name, FileArrays& arrays, const List& list) {
  try {
    list();
  } catch (const Error& error) {
    arrays.push_back(FileArray::unreadable(name, error.what()));
  }
}

}  // namespace facet::nwb
