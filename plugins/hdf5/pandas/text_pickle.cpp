#include "text_pickle.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

namespace facet::hdf5::pandas {

namespace {

void append_utf8(std::string& text, std::uint32_t code) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) return add(code);
  if (code < 0x800) {
    add(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      add(0xE0 | code >> 12);
    } else {
      add(0xF0 | code >> 18);
      add(0x80 | (code >> 12 & 0x3F));
    }
    add(0x80 | (code >> 6 & 0x3F));
  }
  add(0x80 | (code & 0x3F));
}

/// Of Python's raw-unicode-escape: Latin-1, `\u20ac` and `\U0001f400`.
std::optional<std::string> unescaped(const std::string& line) {
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    auto code = static_cast<std::uint32_t>(static_cast<unsigned char>(line[at]));
    const char kind = line[at] == '\\' && at + 1 < line.size() ? line[at + 1] : ' ';
    if (kind == 'u' || kind == 'U') {
      const std::size_t digits = kind == 'u' ? 4 : 8;
      const char* begin = line.data() + at + 2;
      if (line.size() - at - 2 < digits) return std::nullopt;
      if (std::from_chars(begin, begin + digits, code, 16).ptr != begin + digits)
        return std::nullopt;
      at += digits + 1;
    }
    const bool is_character = code != 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
    if (!is_character) return std::nullopt;
    append_utf8(text, code);
  }
  return text;
}

/// A machine of the opcodes that such pickles have. What does not fit makes it fail.
class Machine {
 public:
  explicit Machine(const std::string& pickle) : pickle_(pickle) {}

  std::optional<Item> run() {
    while (right_ && at_ < pickle_.size()) {
      const char opcode = pickle_[at_++];
      if (opcode == '.') break;
      step(opcode);
    }
    if (!right_ || stack_.size() != 1 || !marks_.empty()) return std::nullopt;
    return stack_.back();
  }

 private:
  static constexpr int deepest = 8;
  static constexpr std::size_t longest = 1 << 20;  // all texts: a name can stand in many places

  void step(char opcode) {
    switch (opcode) {
      case '(': marks_.push_back(stack_.size()); return;
      case 'l':
      case 't': return collect(Item::Kind::list);
      case 'd': return collect(Item::Kind::table);
      case 'a': return append(1);
      case 's': return append(2);
      case 'N': return push({});
      case 'V': return push_text(unescaped(line()));
      case 'I':
      case 'L': return push_number();
      case 'p': return keep();
      case 'g': return recall();
      default: right_ = false;
    }
  }

  std::string line() {
    const std::size_t end = pickle_.find('\n', at_);
    right_ &= end != std::string::npos;
    const std::string text = right_ ? pickle_.substr(at_, end - at_) : "";
    at_ = end + 1;
    return text;
  }

  void push(Item item) {
    used_ += item.text.size() + 1;
    right_ &= used_ <= longest && item.depth <= deepest;
    stack_.push_back(std::move(item));
  }

  void push_text(const std::optional<std::string>& text) {
    right_ &= text.has_value();
    push({Item::Kind::scalar, text.value_or("")});
  }

  void push_number() {
    std::string text = line();
    if (!text.empty() && text.back() == 'L') text.pop_back();
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    right_ &= std::from_chars(text.data(), end, number).ptr == end && !text.empty();
    push({Item::Kind::scalar, std::to_string(number)});
  }

  void collect(Item::Kind kind) {
    right_ &= !marks_.empty();
    if (!right_) return;
    Item made{kind};
    const auto begin = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
    for (auto item = begin; item != stack_.end(); ++item) add(made, std::move(*item));
    stack_.erase(begin, stack_.end());
    marks_.pop_back();
    right_ &= kind != Item::Kind::table || made.items.size() % 2 == 0;
    push(std::move(made));
  }

  void add(Item& made, Item item) {
    made.depth = std::max(made.depth, item.depth + 1);
    right_ &= made.depth <= deepest;
    made.items.push_back(std::move(item));
  }

  /// The last `count` items to what stands before them: one to a list, a key and a value to a
  /// table.
  void append(std::size_t count) {
    const std::size_t lowest = marks_.empty() ? 0 : marks_.back();
    right_ &= stack_.size() > lowest + count;
    if (!right_) return;
    Item& made = stack_[stack_.size() - count - 1];
    right_ &= made.kind == (count == 1 ? Item::Kind::list : Item::Kind::table);
    for (std::size_t i = stack_.size() - count; i < stack_.size(); ++i)
      add(made, std::move(stack_[i]));
    stack_.resize(stack_.size() - count);
  }

  void keep() {
    const std::string key = line();
    right_ &= !stack_.empty();
    if (right_ && stack_.back().kind == Item::Kind::scalar) kept_[key] = stack_.back();
  }

  void recall() {
    const auto found = kept_.find(line());
    right_ &= found != kept_.end();
    if (right_) push(found->second);
  }

  const std::string& pickle_;
  std::size_t at_ = 0, used_ = 0;
  bool right_ = true;
  std::vector<Item> stack_;
  std::vector<std::size_t> marks_;
  std::map<std::string, Item> kept_;
};

}  // namespace

std::optional<Item> read_text_pickle(const std::string& pickle) {
  return Machine(pickle).run();
}

}  // namespace facet::hdf5::pandas
