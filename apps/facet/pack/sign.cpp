#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "apps/facet/command_line.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/shipping/sign_pack.h"

namespace facet {

int sign_action(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description options;
  options.add_options()("key", po::value<std::string>()->value_name("FILE")->required(),
                        "an Ed25519 key of ssh: the private one, or the public one of a key that "
                        "the agent holds");
  const auto given =
      parse_command_line(arguments,
                         "pack sign PACK --key FILE\nSigns the SHA256SUMS of a pack, "
                         "a folder or an archive, by ssh-keygen.",
                         options, {"PACK"});
  if (!given) return exit_done;
  const std::string pack = (*given)["PACK"].as<std::string>();
  const PackSigner signer = sign_pack(pack, (*given)["key"].as<std::string>());
  std::cout << "signed " << pack << " with the key " << signer.key << '\n';
  return exit_done;
}

}  // namespace facet
