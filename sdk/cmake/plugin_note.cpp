// The note of a plugin: who it is and how it was built, in an ELF note section that the host reads
// before it loads the file. Compiled into every plugin by facet_add_plugin, with the plugin's own
// flags. `facet plugin info NAME.so` shows it.

#include <elf.h>

#include "facet/build.h"

#define FACET_NOTE            \
  "plugin=" FACET_PLUGIN_NAME \
  "\n"                        \
  "version=" FACET_PLUGIN_VERSION "\n" FACET_BUILD

namespace {

struct Note {
  Elf64_Nhdr header;
  char owner[8];  // "Facet" and its end, padded to a multiple of four bytes
  char text[sizeof FACET_NOTE];
};

[[gnu::section(".note.facet"), gnu::used, gnu::aligned(4)]] constexpr Note note = {
    {sizeof "Facet", sizeof FACET_NOTE, 1}, "Facet", FACET_NOTE};

}  // namespace
