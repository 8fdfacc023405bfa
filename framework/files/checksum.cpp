#include "framework/files/checksum.h"

#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "facet/error.h"

namespace facet {

namespace {

/// Hands the file's content to `take`, piece by piece. Where the descriptor stands does not matter.
template <class Take>
void read_pieces(int descriptor, Take take) {
  std::array<unsigned char, 1 << 16> buffer;
  for (off_t at = 0;;) {
    const ssize_t count = ::pread(descriptor, buffer.data(), buffer.size(), at);
    if (count == 0) return;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw Error("it cannot be read: " + std::generic_category().message(errno));
    take(buffer.data(), static_cast<unsigned long long>(count));
    at += count;
  }
}

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

std::string to_text(const Hash& hash) {
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hex;
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return std::string("sha256:") + hex.data();
}

}  // namespace

std::string checksum(std::string_view bytes) {
  Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return to_text(hash);
}

std::string file_checksum(int descriptor) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  read_pieces(descriptor, [&](const unsigned char* piece, unsigned long long size) {
    crypto_hash_sha256_update(&state, piece, size);
  });
  Hash hash;
  crypto_hash_sha256_final(&state, hash.data());
  return to_text(hash);
}

}  // namespace facet
