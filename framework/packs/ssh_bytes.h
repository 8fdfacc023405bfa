#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace facet {

/// Reads what OpenSSH packs into bytes: numbers, and strings with their length before them. Throws
/// Error where the bytes end too early. The bytes must live as long as it does.
class SshReader {
 public:
  explicit SshReader(std::string_view bytes) : left_(bytes) {}

  std::string_view bytes(std::size_t count);
  std::uint32_t number();
  std::string_view string();
  void require_end() const;

 private:
  std::string_view left_;
};

/// A string as SshReader reads it.
std::string ssh_string(std::string_view bytes);

/// Throws Error for what is not base64; line breaks may stand in it.
std::string from_base64(std::string_view text);

/// A public key as OpenSSH packs it: its type, such as `ssh-ed25519`. Throws Error.
std::string ssh_key_type(std::string_view key);
/// The 32 bytes of an Ed25519 key. Throws Error, which names the type, for keys of another one.
std::string ed25519_key(std::string_view key);
/// `SHA256:...`, as ssh-keygen -l says it.
std::string key_fingerprint(std::string_view key);

}  // namespace facet
