#include "facet/file_array.h"

#include <c10/core/ScalarType.h>

#include <new>

#include "array_values.h"
#include "facet/error.h"
#include "facet/text.h"
#include "memory.h"

namespace facet {

struct FileArray::State {
  std::string name;
  std::vector<std::int64_t> shape;
  at::ScalarType type = at::kFloat;
  ArrayFacts facts = {};
  Read read = {};
  ReadRows read_rows = {};  // one of these four; none of what is unreadable
  ReadText read_text = {};
  ReadRagged read_ragged = {};
  bool in_memory = false;
  std::string why_unreadable = {};

  /// Names the array where what is read does not fit into the memory.
  template <class Values>
  Values attempt(const std::function<Values()>& action) const {
    try {
      return action();
    } catch (const std::bad_alloc&) {
      throw Error("'" + name + "' " + too_large_text(shape, type));
    }
  }

  void require(bool readable, const std::string& why) const {
    if (!why_unreadable.empty()) throw Error("'" + name + "' " + why_unreadable);
    if (!readable) throw Error("'" + name + "' " + why);
  }

  void require_within(Rows rows) const {
    if (shape.empty() || rows.begin < 0 || rows.begin > rows.end || rows.end > shape[0])
      throw Error("'" + name + "' is " + shape_text(shape) + ": it has no rows " +
                  std::to_string(rows.begin) + " to " + std::to_string(rows.end));
  }

  std::vector<std::int64_t> shape_of(Rows rows) const {
    std::vector<std::int64_t> part = shape;
    part[0] = rows.end - rows.begin;
    return part;
  }
};

FileArray::FileArray(std::shared_ptr<const State> state) : state_(std::move(state)) {}

FileArray::FileArray(std::string name, std::vector<std::int64_t> shape, at::ScalarType type,
                     Read read)
    : state_(std::make_shared<State>(
          State{std::move(name), std::move(shape), type, {}, std::move(read)})) {}

FileArray::FileArray(std::string name, const at::Tensor& values) {
  State state{std::move(name), values.sizes().vec(), values.scalar_type()};
  state.read = [values = values.detach().cpu()] { return values; };
  state.in_memory = true;
  state_ = std::make_shared<State>(std::move(state));
}

FileArray FileArray::by_rows(std::string name, std::vector<std::int64_t> shape, at::ScalarType type,
                             ReadRows read) {
  State state{std::move(name), std::move(shape), type};
  state.read_rows = std::move(read);
  return FileArray(std::make_shared<State>(std::move(state)));
}

FileArray FileArray::text(std::string name, std::int64_t rows, ReadText read) {
  State state{std::move(name), {rows}, at::kLong};
  state.read_text = std::move(read);
  return FileArray(std::make_shared<State>(std::move(state)));
}

FileArray FileArray::ragged(std::string name, std::vector<std::int64_t> shape, at::ScalarType type,
                            ReadRagged read) {
  State state{std::move(name), std::move(shape), type};
  state.read_ragged = std::move(read);
  return FileArray(std::make_shared<State>(std::move(state)));
}

FileArray FileArray::unreadable(std::string name, std::string why) {
  State state{std::move(name), {}};
  state.why_unreadable = std::move(why);
  return FileArray(std::make_shared<State>(std::move(state)));
}

FileArray FileArray::with(ArrayFacts facts) const {
  State state = *state_;
  state.facts = std::move(facts);
  return FileArray(std::make_shared<State>(std::move(state)));
}

FileArray FileArray::named(std::string name) const {
  State state = *state_;
  state.name = std::move(name);
  return FileArray(std::make_shared<State>(std::move(state)));
}

const std::string& FileArray::name() const {
  return state_->name;
}
const std::vector<std::int64_t>& FileArray::shape() const {
  return state_->shape;
}
at::ScalarType FileArray::type() const {
  return state_->type;
}
const ArrayFacts& FileArray::facts() const {
  return state_->facts;
}
const std::string& FileArray::why_unreadable() const {
  return state_->why_unreadable;
}
bool FileArray::in_memory() const {
  return state_->in_memory;
}
bool FileArray::is_text() const {
  return state_->read_text != nullptr;
}
bool FileArray::is_ragged() const {
  return state_->read_ragged != nullptr;
}

at::Tensor FileArray::read() const {
  const State& state = *state_;
  if (is_text()) return read_text().codes;
  state.require(!is_ragged(), "has rows of different lengths");
  if (state.read_rows) return read_rows({0, state.shape[0]});
  const at::Tensor values = state.attempt<at::Tensor>(state.read);
  require_plain(values, state.shape, state.type, state.name);
  return values;
}

at::Tensor FileArray::read_rows(Rows rows) const {
  const State& state = *state_;
  state.require(!is_ragged(), "has rows of different lengths");
  state.require_within(rows);
  if (!state.read_rows) return read().narrow(0, rows.begin, rows.end - rows.begin);
  const auto values = state.attempt<at::Tensor>([&] { return state.read_rows(rows); });
  require_plain(values, state.shape_of(rows), state.type, state.name);
  return values;
}

TextValues FileArray::read_text() const {
  const State& state = *state_;
  state.require(is_text(), "holds no text");
  auto text = state.attempt<TextValues>(state.read_text);
  require_text(text, state.shape[0], state.name);
  return text;
}

RaggedValues FileArray::read_ragged(Rows rows) const {
  const State& state = *state_;
  state.require(is_ragged(), "has no rows of different lengths");
  state.require_within(rows);
  auto values = state.attempt<RaggedValues>([&] { return state.read_ragged(rows); });
  require_ragged(values, state.shape_of(rows), state.type, state.name);
  return values;
}

RaggedValues FileArray::read_ragged() const {
  return read_ragged({0, state_->shape.empty() ? 0 : state_->shape[0]});
}

}  // namespace facet
