#pragma once

#include <string>

#include "facet/error.h"

namespace facet {

/// A plugin is as it should be, but was built for another host than this one: built again from its
/// sources, it may be used here.
class BuiltForOtherHost : public Error {
 public:
  /// `advice` says what is to be done.
  BuiltForOtherHost(const std::string& mismatch, const std::string& advice)
      : Error(mismatch + ": " + advice), mismatch_(mismatch) {}

  /// Both sides, without the advice: `built for libtorch 2.6.0, this host runs 1.13.0`.
  const std::string& mismatch() const { return mismatch_; }

 private:
  std::string mismatch_;
};

}  // namespace facet
