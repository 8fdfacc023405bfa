#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/stateful.h"

namespace facet {

/// What an array of a file is. Where a file does not say so it is `unknown`, and its shape decides.
enum class ArrayRole {
  unknown,
  samples,    ///< a row for each moment of a clock
  events,     ///< times in seconds: float64, one train of them, or ragged, a train for each unit
  intervals,  ///< n x 2 float64: where each begins and ends, in seconds
  times       ///< the times of another array's samples, in seconds: float64
};

/// What is known of an array beside its name, shape and type; what is not known stays empty.
struct ArrayFacts {
  ArrayRole role = ArrayRole::unknown;
  std::string unit;  ///< of its values, `m`, `rad`; all times are seconds
  /// The array whose rows these rows tell of: the units of `units`, the intervals of `trials`.
  std::string of;
  std::vector<std::string> columns;  ///< names of its columns; of events the names of the units
  /// When its samples were taken: row i at start + i / rate, or at row i of the array `times`.
  double rate = 0;    ///< Hz; 0: not known
  double start = 0;   ///< s
  std::string times;  ///< empty: none
};

/// The rows begin, begin + 1, ..., end - 1.
struct Rows {
  std::int64_t begin = 0, end = 0;
};

/// A text for each row: `classes[codes[row]]`, or none where the code is -1.
struct FACET_API TextValues {
  at::Tensor codes;                  ///< int64, one a row
  std::vector<std::string> classes;  ///< the different texts, ascending by their bytes

  /// An empty text is none.
  static TextValues of(const std::vector<std::string>& rows);
};

/// Rows of different lengths, one behind the other: row i is values[ends[i - 1] : ends[i]].
struct FACET_API RaggedValues {
  at::Tensor values;  ///< N or N x d, in the array's type
  at::Tensor ends;    ///< int64, one a row, not descending; the last one is N

  /// Of rows that are n_i or n_i x d each, of one type; at least one.
  static RaggedValues of(const std::vector<at::Tensor>& rows);
};

/// One array of a file: what is known of it before it is read, and how it is read. Of all that a
/// file holds only what a run asks for is read. Copies share all of it; one thread.
class FACET_API FileArray {
 public:
  /// How an array is read. Each gives values on the CPU; perhaps mapped from the file, and then not
  /// to be written to. Called only where the array is asked for, perhaps more than once, in one
  /// thread, and when the reader itself is gone: it holds what it needs. Rows are within the array.
  /// Throws Error that names the file and the array.
  using Read = std::function<at::Tensor()>;
  using ReadRows = std::function<at::Tensor(Rows)>;
  using ReadText = std::function<TextValues()>;
  using ReadRagged = std::function<RaggedValues(Rows)>;

  /// `shape` and `type` are those that `read` will give.
  FileArray(std::string name, std::vector<std::int64_t> shape, at::ScalarType type, Read read);
  /// An array that is in memory, on any device.
  FileArray(std::string name, const at::Tensor& values);
  FileArray(const NamedTensor& array) : FileArray(array.name, array.tensor) {}
  /// One of which some rows can be read alone, in the memory of these.
  static FileArray by_rows(std::string name, std::vector<std::int64_t> shape, at::ScalarType type,
                           ReadRows read);
  /// One of text, a text for each of `rows`; its type is int64, of the codes.
  static FileArray text(std::string name, std::int64_t rows, ReadText read);
  /// One whose rows have different lengths. `shape` is {rows}, or {rows, d} of rows that are n x d.
  static FileArray ragged(std::string name, std::vector<std::int64_t> shape, at::ScalarType type,
                          ReadRagged read);
  /// One that is there and cannot be read. `why` continues the name: `holds records`. It is told
  /// when the array is asked for, and is no mistake before.
  static FileArray unreadable(std::string name, std::string why);

  /// The same array, of which this is known, or under another name.
  FileArray with(ArrayFacts facts) const;
  FileArray named(std::string name) const;

  const std::string& name() const;
  const std::vector<std::int64_t>& shape() const;
  at::ScalarType type() const;
  const ArrayFacts& facts() const;
  const std::string& why_unreadable() const;  ///< empty: it can be read
  bool in_memory() const;
  bool is_text() const;
  bool is_ragged() const;

  /// Of text the codes. Throws Error where it is unreadable, ragged, too large for the memory, or
  /// not what was announced.
  at::Tensor read() const;
  /// Throws as read(); of an array that is read whole the rows are cut out.
  at::Tensor read_rows(Rows rows) const;
  /// Throws as read(), and where it holds no text.
  TextValues read_text() const;
  /// Throws as read(), and where it is not ragged. `ends` begins anew with the rows.
  RaggedValues read_ragged(Rows rows) const;
  RaggedValues read_ragged() const;

 private:
  struct State;
  explicit FileArray(std::shared_ptr<const State> state);

  std::shared_ptr<const State> state_;
};

/// What a file holds, in its order.
using FileArrays = std::vector<FileArray>;

}  // namespace facet
