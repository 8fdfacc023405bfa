#include <iostream>

#include "apps/facet/command_line.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/shipping/opened_pack.h"

namespace facet {

int verify_action(const std::vector<std::string>& arguments) {
  const auto given = parse_command_line(
      arguments,
      "pack verify PACK\nChecks every file of a pack and its signature. Fails where a file is not "
      "what it was,\nand where nobody in your list has signed it.",
      {}, {"PACK"});
  if (!given) return exit_done;
  const auto opened = verify_pack((*given)["PACK"].as<std::string>());
  const CheckedPack& pack = opened->checked();
  std::cout << pack.pack.name << ' ' << pack.pack.version << ": all " << pack.checksums.size()
            << " files are as SHA256SUMS says, signed by " << to_string(pack.signer) << '\n';
  if (!pack.built.checksums.empty())
    std::cout << "what was built here of its sources is as it was then\n";
  if (pack.signer.principal.empty())
    throw Error(opened->shown() + ": nobody in your list of signers has signed it: it is by " +
                to_string(pack.signer) + ", " + pack.signer.why_not);
  return exit_done;
}

}  // namespace facet
