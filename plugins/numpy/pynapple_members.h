#pragma once

#include <string>

#include "facet/file_array.h"

namespace facet {

/// What pynapple saved: a Ts, a TsGroup, a Tsd (TsdFrame, TsdTensor), an IntervalSet.
enum class PynappleObject { none, timestamps, group, samples, intervals };

/// The members of an npz: those that make an object of pynapple's, and others.
class PynappleMembers {
 public:
  explicit PynappleMembers(const FileArrays& arrays) : arrays_(arrays) {}

  const FileArray* find(const std::string& name) const;
  bool has(const std::string& name) const { return find(name) != nullptr; }
  /// Those that no object needs: what is known of units or intervals.
  FileArrays others() const;

  /// By `type`, or where that cannot be read by which members there are.
  PynappleObject object() const;

 private:
  bool has_times(const std::string& name) const;
  PynappleObject likely_object() const;
  bool is_whole(PynappleObject object) const;
  bool has_no_strangers(PynappleObject object) const;

  const FileArrays& arrays_;
};

}  // namespace facet
