#include "framework/shipping/sign_pack.h"

#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/files/temporary_folder.h"
#include "framework/packs/pack_checksums.h"
#include "framework/packs/pack_files.h"
#include "framework/packs/ssh_signature.h"
#include "framework/processes/child_program.h"
#include "framework/shipping/archive_writer.h"
#include "framework/shipping/opened_pack.h"
#include "framework/shipping/work_folder.h"

namespace facet {

namespace {

/// What ssh-keygen signs, it writes beside what is signed: here both are copies.
std::string signature_of(const std::string& sums, const std::string& key) {
  const WorkFolder work(temporary_place());
  const std::string file = work.path() + "/" + checksums_file;
  write_text(file, sums);
  int exit_code = 0;
  try {
    exit_code =
        run_child({"ssh-keygen", "-q", "-Y", "sign", "-n", signature_namespace, "-f", key, file});
  } catch (const Error& error) {
    throw Error(std::string(error.what()) +
                " (packs are signed by ssh-keygen; Debian: apt install openssh-client)");
  }
  if (exit_code != 0) throw Error(key + ": ssh-keygen did not sign with it");
  return read_text(work.path() + "/" + signature_file);
}

void require_usable_signature(const std::string& signature, const std::string& sums,
                              const std::string& key) {
  try {
    verified_key(signature, sums);
  } catch (const Error& error) {
    throw Error(key + ": cannot sign packs: " + error.what());
  }
}

}  // namespace

PackSigner sign_pack(const std::string& path, const std::string& key) {
  if (!path_exists(key)) throw Error(key + ": there is no such file of a key");
  if (!path_exists(path)) throw Error(path + ": there is no such pack");
  const auto opened = verify_pack(path);
  const std::string folder = opened->checked().folder;
  const std::string sums = read_text(folder + "/" + checksums_file);
  const std::string signature = signature_of(sums, key);
  require_usable_signature(signature, sums, key);
  write_text(folder + "/" + signature_file, signature);
  if (!std::filesystem::is_directory(path)) write_archive(path, folder, pack_files(folder));
  return pack_signer(sums, signature);
}

}  // namespace facet
