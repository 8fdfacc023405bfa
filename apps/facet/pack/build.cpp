#include <boost/program_options/value_semantic.hpp>
#include <iostream>

#include "apps/facet/command_line.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/pack/pack_actions.h"
#include "framework/shipping/build_pack.h"

namespace facet {

int build_action(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("FILE"),
                        "the archive (else NAME-VERSION.facetpack, here)")(
      "overwrite", "replaces an archive that is there already");
  const auto given = parse_command_line(
      arguments,
      "pack build DIR [options]\nWrites the SHA256SUMS of the pack in the folder "
      "DIR, and its archive.",
      options, {"DIR"});
  if (!given) return exit_done;
  const std::string folder = (*given)["DIR"].as<std::string>();
  const std::string out =
      given->count("out") ? (*given)["out"].as<std::string>() : archive_name(folder);
  require_output(out, {}, existing_file(*given), {".facetpack"});
  build_pack(folder, out);
  std::cout << out << '\n';
  return exit_done;
}

}  // namespace facet
