#pragma once

#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// Where a value was written: the file as the user named it, line and column counted from 1.
/// A line of 0 means that the value was not read from a file.
struct Location {
  std::string file;
  int line = 0;
  int column = 0;
};

/// Something in Facet failed. The message is one sentence for the user: what was wrong with which
/// file, key or component, and what would be right.
class FACET_API Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message);
  ~Error() override;
};

/// What an exception says: without libtorch's stack of calls, which the environment variable
/// FACET_TRACE=1 shows.
FACET_API std::string reason_of(const std::exception& exception);

/// One mistake in what a user wrote.
struct Problem {
  Location where;
  std::string key;   ///< path of the key, `objective[0].loss.temperature`
  std::string what;  ///< continues the key: `must be > 0, got -1`
};

/// `run.toml:12:15: objective[0].loss.temperature must be > 0, got -1`; without a file only the
/// key and what follows.
FACET_API std::string to_string(const Problem& problem);

/// Collects mistakes, so that all of them are reported at once.
///
/// Not thread-safe. The order is that in which they were found.
class FACET_API Problems {
 public:
  void add(Location where, std::string key, std::string what);
  void add(const Problems& others);
  /// Runs `action` and collects what it throws: the problems of an OptionsError as they are, any
  /// other Error under `key` as `cannot be used: <message>`. Returns whether it threw neither.
  bool attempt(const Location& where, const std::string& key, const std::function<void()>& action);

  bool empty() const { return problems_.empty(); }
  const std::vector<Problem>& all() const { return problems_; }

  /// Throws OptionsError with all of them, in the order of files, lines and columns; does nothing
  /// when there are none.
  void throw_if_any() const;

 private:
  std::vector<Problem> problems_;
};

/// What a user wrote has mistakes: the message has a line for each.
class FACET_API OptionsError : public Error {
 public:
  explicit OptionsError(std::vector<Problem> problems);
  ~OptionsError() override;

  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// The candidates most like `name` (edit distance), best first, at most three; empty when none is
/// near. For "unknown ..., did you mean ...?".
FACET_API std::vector<std::string> nearest_names(const std::string& name,
                                                 const std::vector<std::string>& candidates);

/// `, did you mean 'a' or 'b'?`; empty when no candidate is near.
FACET_API std::string did_you_mean(const std::string& name,
                                   const std::vector<std::string>& candidates);

}  // namespace facet
