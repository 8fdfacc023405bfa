#include "framework/plugin_loader/elf_file.h"

#include <gelf.h>
#include <sys/stat.h>

#include <cstring>
#include <functional>
#include <string_view>

#include "facet/error.h"
#include "framework/plugin_loader/other_host.h"

namespace facet {

namespace {

#if defined(__x86_64__)
constexpr GElf_Half this_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr GElf_Half this_machine = EM_AARCH64;
#else
#error "add this machine's kind, as ELF names it"
#endif

void each_section(Elf* elf, const std::function<void(Elf_Scn*, const GElf_Shdr&)>& function) {
  for (Elf_Scn* section = elf_nextscn(elf, nullptr); section; section = elf_nextscn(elf, section)) {
    GElf_Shdr header;
    if (gelf_getshdr(section, &header)) function(section, header);
  }
}

std::string section_name(Elf* elf, const GElf_Shdr& header) {
  std::size_t names = 0;
  if (elf_getshdrstrndx(elf, &names) != 0) return "";
  const char* name = elf_strptr(elf, names, header.sh_name);
  return name ? name : "";
}

}  // namespace

ElfFile::ElfFile(int descriptor) {
  elf_version(EV_CURRENT);
  elf_ = elf_begin(descriptor, ELF_C_READ, nullptr);
  try {
    check_header();
    check_size(descriptor);
  } catch (...) {
    elf_end(elf_);
    throw;
  }
}

ElfFile::~ElfFile() {
  elf_end(elf_);
}

void ElfFile::check_header() const {
  GElf_Ehdr header;
  if (!elf_ || elf_kind(elf_) != ELF_K_ELF || !gelf_getehdr(elf_, &header))
    throw Error("it is not an ELF file");
  if (header.e_type != ET_DYN) throw Error("it is an ELF file, but not a shared library");
  if (gelf_getclass(elf_) != ELFCLASS64 || header.e_machine != this_machine)
    throw BuiltForOtherHost(
        "built for another kind of processor",
        "build it again on one of this kind, or install a pack that carries its "
        "sources");
}

/// The table of sections comes last: a file that was cut off has lost it.
void ElfFile::check_size(int descriptor) const {
  GElf_Ehdr header;
  gelf_getehdr(elf_, &header);
  struct stat status {};
  ::fstat(descriptor, &status);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  const std::uint64_t whole =
      header.e_shoff + std::uint64_t{header.e_shnum} * std::uint64_t{header.e_shentsize};
  if (header.e_shoff > size || whole > size)
    throw Error("it is truncated: " + std::to_string(size) + " of " + std::to_string(whole) +
                " bytes are there");
}

std::string ElfFile::note(const std::string& section, const std::string& owner) const {
  std::string text;
  each_section(elf_, [&](Elf_Scn* candidate, const GElf_Shdr& header) {
    if (header.sh_type != SHT_NOTE || section_name(elf_, header) != section) return;
    Elf_Data* data = elf_getdata(candidate, nullptr);
    if (!data || !data->d_buf) return;
    const char* bytes = static_cast<const char*>(data->d_buf);
    GElf_Nhdr note;
    std::size_t name = 0, description = 0, at = 0;
    while ((at = gelf_getnote(data, at, &note, &name, &description)) > 0) {
      if (std::string_view(bytes + name, note.n_namesz) ==
          std::string_view(owner.c_str(), owner.size() + 1))
        text.assign(bytes + description, strnlen(bytes + description, note.n_descsz));
    }
  });
  return text;
}

std::vector<std::string> ElfFile::dynamic_symbols(bool defined) const {
  std::vector<std::string> names;
  each_section(elf_, [&](Elf_Scn* section, const GElf_Shdr& header) {
    if (header.sh_type != SHT_DYNSYM) return;
    Elf_Data* data = elf_getdata(section, nullptr);
    GElf_Sym symbol;
    for (int i = 1; gelf_getsym(data, i, &symbol); ++i) {  // to the end of what there is
      if ((symbol.st_shndx != SHN_UNDEF) != defined) continue;
      if (const char* name = elf_strptr(elf_, header.sh_link, symbol.st_name))
        names.push_back(name);
    }
  });
  return names;
}

std::vector<std::string> ElfFile::dynamic_texts(std::int64_t tag) const {
  std::vector<std::string> texts;
  each_section(elf_, [&](Elf_Scn* section, const GElf_Shdr& header) {
    if (header.sh_type != SHT_DYNAMIC) return;
    Elf_Data* data = elf_getdata(section, nullptr);
    GElf_Dyn entry;
    for (int i = 0; gelf_getdyn(data, i, &entry); ++i) {
      if (entry.d_tag != tag) continue;
      if (const char* text = elf_strptr(elf_, header.sh_link, entry.d_un.d_val))
        texts.emplace_back(text);
    }
  });
  return texts;
}

std::vector<std::string> ElfFile::needed_libraries() const {
  return dynamic_texts(DT_NEEDED);
}

std::string ElfFile::soname() const {
  const std::vector<std::string> names = dynamic_texts(DT_SONAME);
  return names.empty() ? "" : names[0];
}

}  // namespace facet
