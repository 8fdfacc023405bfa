#pragma once

namespace facet {

// What `facet` answers without libtorch. All of it is generated from the table of commands
// (apps/facet/commands.h) and lies in generated/.

const char* help();
/// What makes a shell, `bash`, `zsh` or `fish`, complete the words of `facet`; null for another
/// one.
const char* completion(const char* shell);

}  // namespace facet
