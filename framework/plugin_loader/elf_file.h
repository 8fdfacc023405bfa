#pragma once

#include <libelf.h>

#include <cstdint>
#include <string>
#include <vector>

namespace facet {

/// A shared library, read as data: none of its code runs.
class ElfFile {
 public:
  /// Reads the open file, which must stay open as long as this object lives. Throws Error, without
  /// the path, for a file that is no whole shared library of this machine's kind.
  explicit ElfFile(int descriptor);
  ~ElfFile();
  ElfFile(const ElfFile&) = delete;
  ElfFile& operator=(const ElfFile&) = delete;

  /// The text of the note `owner` in `section`; empty where there is none.
  std::string note(const std::string& section, const std::string& owner) const;
  /// The mangled names of the dynamic symbols that it takes from other libraries.
  std::vector<std::string> undefined_symbols() const { return dynamic_symbols(false); }
  /// Those that it shows to others.
  std::vector<std::string> defined_symbols() const { return dynamic_symbols(true); }
  /// The names of the libraries that it needs (DT_NEEDED).
  std::vector<std::string> needed_libraries() const;
  /// The name under which others need it (DT_SONAME); empty where it has none.
  std::string soname() const;

 private:
  std::vector<std::string> dynamic_symbols(bool defined) const;
  void check_header() const;
  void check_size(int descriptor) const;
  std::vector<std::string> dynamic_texts(std::int64_t tag) const;

  Elf* elf_ = nullptr;
};

}  // namespace facet
