#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Who signed a pack, as far as its signature and the user's list of signers tell. Plain data.
struct PackSigner {
  std::string principal;  ///< as the list names it; empty: it does not
  std::string key;        ///< the fingerprint of the key, `SHA256:...`; empty: the pack is unsigned
  std::string why_not;    ///< why there is no principal

  bool is_unsigned() const { return key.empty(); }
  bool is_unknown() const { return !key.empty() && principal.empty(); }
};

/// `ada@lab.org (SHA256:...)`, `an unknown signer (SHA256:...)` or `nobody`: continues `signed by`.
FACET_API std::string to_string(const PackSigner& signer);

/// The key by which a signature over a pack's SHA256SUMS was made, as OpenSSH packs it; of an empty
/// one, which is none, empty. Throws Error that begins with `SHA256SUMS.sig:` where it is not
/// valid.
FACET_API std::string signing_key(const std::string& checksums, const std::string& signature);

/// Whose key it is; of an empty one, nobody's. Throws Error that names the user's list where that
/// cannot be read.
FACET_API PackSigner signer_of(const std::string& key);

/// Both in one.
FACET_API PackSigner pack_signer(const std::string& checksums, const std::string& signature);

}  // namespace facet
