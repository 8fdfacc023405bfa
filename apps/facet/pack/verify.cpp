#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/shipping/opened_pack.h"

namespace facet {

namespace {

void tell(const CheckedPack& pack) {
  std::cout << pack.pack.name << ' ' << pack.pack.version << ": all " << pack.checksums.size()
            << " files are as SHA256SUMS says, signed by " << to_string(pack.signer) << '\n';
  if (!pack.built.checksums.empty())
    std::cout << "what was built here of its sources is as it was then\n";
}

int run_pack_verify(const Given& given) {
  const auto opened = verify_pack(given["PACK"].as<std::string>());
  const CheckedPack& pack = opened->checked();
  if (given.count("json"))
    std::cout << json_text({{"name", pack.pack.name},
                            {"version", pack.pack.version},
                            {"files", pack.checksums.size()},
                            {"signer", to_string(pack.signer)},
                            {"in_your_list", !pack.signer.principal.empty()}});
  else
    tell(pack);
  if (pack.signer.principal.empty())
    throw Error(opened->shown() + ": nobody in your list of signers has signed it: it is by " +
                to_string(pack.signer) + ", " + pack.signer.why_not);
  return exit_done;
}

}  // namespace

Command pack_verify_command() {
  Command command{"verify", "every file of it, and its signature", {"PACK"}};
  command.description =
      "Checks every file of a pack and its signature. Fails where a file is not what it was, and "
      "where nobody in your list has signed it.";
  command.examples = {{"facet pack verify lab-1.2.0.facetpack", "before it is installed"},
                      {"facet pack verify lab", "one that is installed"}};
  command.reports = true;
  command.run = run_pack_verify;
  return command;
}

}  // namespace facet
