#pragma once

#include <string>
#include <utility>

namespace facet {

/// Under which names a component was made: what messages call it. Plain data.
struct ComponentOrigin {
  std::string plugin = {};
  std::string kind = {};
  std::string name = {};
  std::string key = {};  ///< where the config chooses it, `objective[0].loss`
};

/// What every component is: it knows where it came from. Set by who makes it (the registry); a
/// component that a program makes itself has none.
class Component {
 public:
  const ComponentOrigin& origin() const { return origin_; }
  void set_origin(ComponentOrigin origin) { origin_ = std::move(origin); }

 protected:
  ~Component() = default;

 private:
  ComponentOrigin origin_;
};

}  // namespace facet
