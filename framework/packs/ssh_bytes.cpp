#include "framework/packs/ssh_bytes.h"

#include <sodium.h>

#include <array>
#include <vector>

#include "facet/error.h"
#include "framework/files/base64.h"

namespace facet {

namespace {

constexpr const char* supported_key = "ssh-ed25519";

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::string_view SshReader::bytes(std::size_t count) {
  if (count > left_.size()) throw Error("it ends too early");
  const std::string_view taken = left_.substr(0, count);
  left_.remove_prefix(count);
  return taken;
}

std::uint32_t SshReader::number() {
  std::uint32_t value = 0;
  for (const char byte : bytes(4)) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

std::string_view SshReader::string() {
  return bytes(number());
}

void SshReader::require_end() const {
  if (!left_.empty()) throw Error("it goes on after its end");
}

std::string ssh_string(std::string_view bytes) {
  std::string packed;
  for (const int shift : {24, 16, 8, 0}) packed += static_cast<char>(bytes.size() >> shift & 0xff);
  return packed.append(bytes);
}

std::string from_base64(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const int failed =
      sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), "\r\n", &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
  if (failed) throw Error("it is not base64");
  bytes.resize(size);
  return bytes;
}

std::string ssh_key_type(std::string_view key) {
  return std::string(SshReader(key).string());
}

std::string ed25519_key(std::string_view key) {
  const std::string type = ssh_key_type(key);
  if (type != supported_key)
    throw Error("keys of the type " + type + " are not supported: use one of " + supported_key +
                " (ssh-keygen -t ed25519)");
  SshReader reader(key);
  reader.string();
  const std::string_view bytes = reader.string();
  reader.require_end();
  if (bytes.size() != crypto_sign_PUBLICKEYBYTES)
    throw Error("its key has " + std::to_string(bytes.size()) + " bytes, not 32");
  return std::string(bytes);
}

std::string key_fingerprint(std::string_view key) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), octets(key), key.size());
  const std::string text = base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
  return "SHA256:" + text.substr(0, text.find('='));
}

}  // namespace facet
