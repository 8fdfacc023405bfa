#pragma once

#include <string>

#include "facet/export.h"
#include "framework/packs/pack_signer.h"

namespace facet {

/// Signs the pack at `path`, a folder or an archive that build_pack wrote, with the private key in
/// the file `key` (or the public one of a key that the agent holds): ssh-keygen makes the
/// signature, and asks for the key's passphrase. All files are checked before. Atomic. Returns
/// whose key it is, as the user's own list says. Throws Error.
FACET_API PackSigner sign_pack(const std::string& path, const std::string& key);

}  // namespace facet
