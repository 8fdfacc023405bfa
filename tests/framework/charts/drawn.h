#pragma once

#include <string>
#include <vector>

#include "framework/drawing/drawing.h"

namespace facet {

/// The shapes of one kind, in their order.
template <class Kind>
std::vector<Kind> drawn(const Drawing& drawing) {
  std::vector<Kind> found;
  for (const Shape& shape : drawing.shapes)
    if (const Kind* one = std::get_if<Kind>(&shape)) found.push_back(*one);
  return found;
}

inline std::vector<std::string> texts_in(const Drawing& drawing) {
  std::vector<std::string> texts;
  for (const Text& text : drawn<Text>(drawing)) texts.push_back(text.text);
  return texts;
}

}  // namespace facet
