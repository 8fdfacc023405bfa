#pragma once

#include <ctime>
#include <string>

namespace facet {

/// The user's own list of whose packs are used: facet/allowed_signers in $XDG_CONFIG_HOME or
/// ~/.config, in the format of ssh-keygen (ALLOWED SIGNERS there). Empty when neither that variable
/// nor HOME is set.
std::string allowed_signers_file();

/// What the list says of a key.
struct AllowedSigner {
  std::string principal;  ///< whose it is: the first of the line's; empty: not allowed
  std::string why_not;    ///< then why: continues `signed by KEY, `
};

/// What the list in `file` says of a key, as OpenSSH packs it, at a time: a line of it counts
/// where its namespaces and times fit. A file that is missing is an empty list. Throws Error that
/// names file and line where it cannot be read as one, or others may write to it.
AllowedSigner find_allowed_signer(const std::string& file, const std::string& key, std::time_t now);

}  // namespace facet
