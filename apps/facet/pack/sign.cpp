#include <iostream>

#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/shipping/sign_pack.h"

namespace facet {

namespace {

int run_pack_sign(const Given& given) {
  const std::string pack = given["PACK"].as<std::string>();
  const PackSigner signer = sign_pack(pack, given["key"].as<std::string>());
  std::cout << "signed " << pack << " with the key " << signer.key << '\n';
  return exit_done;
}

}  // namespace

Command pack_sign_command() {
  Command command{"sign", "signs it, by ssh-keygen", {"PACK"}};
  command.description = "Signs the SHA256SUMS of a pack, a folder or an archive, by ssh-keygen.";
  command.options.add_options()("key", text_of("FILE")->required(),
                                "an Ed25519 key of ssh: the private one, or the public one of a "
                                "key that the agent holds");
  command.examples = {
      {"facet pack sign lab-1.2.0.facetpack --key ~/.ssh/id_ed25519", "by your key"}};
  command.run = run_pack_sign;
  return command;
}

}  // namespace facet
