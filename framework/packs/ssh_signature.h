#pragma once

#include <string>

namespace facet {

/// The namespace of the signatures of packs, so that a signature made for something else, such as a
/// commit of git, is none of a pack.
inline constexpr const char* signature_namespace = "facet-pack";

/// Verifies a signature as `ssh-keygen -Y sign -n facet-pack` writes it (SSHSIG, in armor) over
/// `message`. Returns the public key that made it, as OpenSSH packs it; whose that is, is for the
/// caller to ask. Throws Error, without a name of a file, where it is no such signature, of another
/// namespace, of a type of key other than Ed25519, or not over this message.
std::string verified_key(const std::string& signature, const std::string& message);

}  // namespace facet
