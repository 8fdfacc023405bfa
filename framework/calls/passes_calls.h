#pragma once

#include "facet/error.h"

namespace facet {

/// What the engine throws although a component is being called, which is not to blame, such as in
/// a gradient's backward pass: it passes every call unchanged.
class FACET_API PassesCalls : public Error {
 public:
  using Error::Error;
  ~PassesCalls() override;
};

}  // namespace facet
