#pragma once

#include <ctime>
#include <optional>
#include <string>

namespace facet {

/// A line of a list of allowed signers: `ada@lab.org namespaces="facet-pack" ssh-ed25519 AAAA...`.
struct SignerLine {
  std::string principal;               ///< the first of them
  std::string key;                     ///< as OpenSSH packs it
  bool certificate_authority = false;  ///< signs keys, not packs
  bool for_packs = true;               ///< its namespaces have facet-pack among them
  std::optional<std::time_t> valid_after, valid_before;
};

/// Nothing of an empty line and of a comment. Throws Error that begins with `place`.
std::optional<SignerLine> parse_signer_line(const std::string& text, const std::string& place);

}  // namespace facet
