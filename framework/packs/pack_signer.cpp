#include "framework/packs/pack_signer.h"

#include <ctime>

#include "facet/error.h"
#include "framework/packs/allowed_signers.h"
#include "framework/packs/pack_checksums.h"
#include "framework/packs/ssh_bytes.h"
#include "framework/packs/ssh_signature.h"

namespace facet {

std::string to_string(const PackSigner& signer) {
  if (signer.is_unsigned()) return "nobody";
  return (signer.is_unknown() ? "an unknown signer" : signer.principal) + " (" + signer.key + ")";
}

std::string signing_key(const std::string& checksums, const std::string& signature) {
  if (signature.empty()) return "";
  try {
    return verified_key(signature, checksums);
  } catch (const Error& error) {
    throw Error(std::string(signature_file) + ": is no signature of SHA256SUMS: " + error.what());
  }
}

PackSigner signer_of(const std::string& key) {
  if (key.empty()) return {"", "", "it has no SHA256SUMS.sig"};
  const AllowedSigner known = find_allowed_signer(allowed_signers_file(), key, std::time(nullptr));
  return {known.principal, key_fingerprint(key), known.why_not};
}

PackSigner pack_signer(const std::string& checksums, const std::string& signature) {
  return signer_of(signing_key(checksums, signature));
}

}  // namespace facet
