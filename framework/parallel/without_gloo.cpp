// In the place of rank_store.cpp and gloo_group.cpp where libtorch has no Gloo, or its headers are
// not here.
#include "framework/parallel/rank_group.h"
#include "framework/parallel/rank_store.h"

namespace facet {

struct HeldStore::Server {};
struct RankStore::Client {};

namespace {

[[noreturn]] void throw_without_gloo() {
  throw Error(
      "this Facet was built without Gloo, so it trains with one process alone: it is built with "
      "Gloo where libtorch has it and gloo's headers (libgloo-dev) are installed");
}

}  // namespace

HeldStore::HeldStore(std::uint16_t) {
  throw_without_gloo();
}
HeldStore::~HeldStore() = default;
std::uint16_t HeldStore::port() const {
  throw_without_gloo();
}

RankStore::RankStore(const StorePlace&) {
  throw_without_gloo();
}
RankStore::~RankStore() = default;
void RankStore::set(const std::string&, const std::string&) {
  throw_without_gloo();
}
void RankStore::set_first(const std::string&, const std::string&) {
  throw_without_gloo();
}
std::optional<std::string> RankStore::find(const std::string&) {
  throw_without_gloo();
}
std::unique_ptr<RankGroup> connect_by_gloo(const GroupPlace&) {
  throw_without_gloo();
}

}  // namespace facet
