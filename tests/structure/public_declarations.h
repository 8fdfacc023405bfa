#pragma once

#include <string>
#include <vector>

namespace facet {

/// A class with its body, or a function without one, that a header declares in a namespace.
struct PublicDeclaration {
  std::string name;
  bool exported = false;  ///< carries FACET_API
  /// Has code of its own in the library: a function that is not inline, or a virtual one.
  bool has_code = false;
};

/// Those of a header's text, templates left out. Understands as much of C++ as Facet's headers
/// have.
std::vector<PublicDeclaration> public_declarations(const std::string& header);

}  // namespace facet
