#include "framework/packs/ssh_signature.h"

#include <sodium.h>

#include <array>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/packs/ssh_bytes.h"

namespace facet {

namespace {

// PROTOCOL.sshsig of OpenSSH tells the format.
constexpr std::string_view magic = "SSHSIG";
constexpr std::string_view armor_begin = "-----BEGIN SSH SIGNATURE-----\n";
constexpr std::string_view armor_end = "\n-----END SSH SIGNATURE-----\n";

struct SshSignature {
  std::string key, name_space, reserved, hash, signature;
};

std::string without_armor(std::string_view text) {
  if (!text.starts_with(armor_begin) || !text.ends_with(armor_end) ||
      text.size() < armor_begin.size() + armor_end.size())
    throw Error("it does not begin and end as an SSH signature does");
  text.remove_prefix(armor_begin.size());
  text.remove_suffix(armor_end.size());
  return from_base64(text);
}

SshSignature parse_signature(const std::string& text) {
  const std::string packed = without_armor(text);
  SshReader reader(packed);
  if (reader.bytes(magic.size()) != magic) throw Error("it does not begin with SSHSIG");
  if (const auto version = reader.number(); version != 1)
    throw Error("it is of version " + std::to_string(version) + ", not 1");
  SshSignature parsed;
  for (std::string* part :
       {&parsed.key, &parsed.name_space, &parsed.reserved, &parsed.hash, &parsed.signature})
    *part = reader.string();
  reader.require_end();
  return parsed;
}

/// The 64 bytes of an Ed25519 signature.
std::string ed25519_signature(const std::string& packed) {
  SshReader reader(packed);
  const std::string_view type = reader.string(), bytes = reader.string();
  reader.require_end();
  if (type != "ssh-ed25519" || bytes.size() != crypto_sign_BYTES)
    throw Error("its signature is not one of an Ed25519 key");
  return std::string(bytes);
}

std::string hash_of(const std::string& message, const std::string& kind) {
  std::array<unsigned char, crypto_hash_sha512_BYTES> hash;
  const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
  std::size_t size = 0;
  if (kind == "sha256") {
    crypto_hash_sha256(hash.data(), bytes, message.size());
    size = crypto_hash_sha256_BYTES;
  } else if (kind == "sha512") {
    crypto_hash_sha512(hash.data(), bytes, message.size());
    size = crypto_hash_sha512_BYTES;
  } else {
    throw Error("it hashes by '" + printable(kind) + "', not by sha256 or sha512");
  }
  return {reinterpret_cast<const char*>(hash.data()), size};
}

}  // namespace

std::string verified_key(const std::string& signature, const std::string& message) {
  const SshSignature parsed = parse_signature(signature);
  if (parsed.name_space != signature_namespace)
    throw Error("it was made for '" + printable(parsed.name_space) + "', not for '" +
                signature_namespace + "' (ssh-keygen -Y sign -n " + signature_namespace + ")");
  const std::string key = ed25519_key(parsed.key);
  const std::string bytes = ed25519_signature(parsed.signature);
  const std::string is_signed = std::string(magic) + ssh_string(parsed.name_space) +
                                ssh_string(parsed.reserved) + ssh_string(parsed.hash) +
                                ssh_string(hash_of(message, parsed.hash));
  const auto octets = [](const std::string& text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  if (crypto_sign_verify_detached(octets(bytes), octets(is_signed), is_signed.size(),
                                  octets(key)) != 0)
    throw Error("it does not fit: what was signed was something else, or by another key");
  return parsed.key;
}

}  // namespace facet
