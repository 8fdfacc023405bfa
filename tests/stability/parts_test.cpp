// What is read of a library and of components, for ones that are made up here.
#include <gmock/gmock.h>

#include "facet/registrar.h"
#include "stability/class_layouts.h"
#include "stability/component_options.h"
#include "stability/exported_symbols.h"

namespace facet {
namespace {

using testing::ElementsAre;

TEST(ClassLayouts, AreThoseThatTheRulesOfTheMachineGive) {
  EXPECT_THAT(
      class_layouts(SAMPLE),
      ElementsAre(
          "facet::Colour green = 5",  //
          "facet::Colour red = 1",    //
          "facet::Shape size 8",      // the pointer to its table
          "facet::Shape virtual 2: double area()", "facet::Shape virtual 3: void scale(double)",
          "facet::Square at    0: base facet::Shape", "facet::Square at    8: char letter",
          "facet::Square at   10: facet::Square::Corner[4] corners",
          "facet::Square at   32: std::string name",
          "facet::Square at   64: const facet::Colour* colour",
          "facet::Square size 72",  //
          "facet::Square virtual 2: double area()", "facet::Square virtual 3: void scale(double)",
          "facet::Square::Corner at    0: short int x",
          "facet::Square::Corner at    2: short int y", "facet::Square::Corner size 4"));
}

TEST(ExportedSymbols, AreThoseWithTheMacro) {
  EXPECT_THAT(exported_symbols(SAMPLE),
              ElementsAre("facet::Shape::~Shape()", "facet::paint(facet::Square&, long)",
                          "typeinfo for facet::Shape", "typeinfo name for facet::Shape",
                          "vtable for facet::Shape"));
}

OptionInfo option(const std::string& name, OptionType type) {
  OptionInfo info;
  info.name = name;
  info.type = type;
  info.doc = "text for people";
  return info;
}

ComponentEntry mask() {
  OptionInfo rate = option("rate", OptionType::number);
  rate.default_value = 0.5;
  rate.lower = 0;
  OptionInfo length = option("length", OptionType::integer);
  length.required = true;
  OptionInfo next = option("next", OptionType::component);
  next.kind = "mask";
  next.default_of_kind = true;
  next.members = {length};
  ComponentEntry entry;
  entry.info.kind = "mask";
  entry.info.name = "Mine";
  entry.info.summary = "text for people";
  entry.info.options = {rate, next};
  entry.info.is_default = true;
  return entry;
}

TEST(ComponentOptions, AreALineEach) {
  Registry registry;
  registry.add("lab", [](Registrar& registrar) { registrar.add(mask()); });
  EXPECT_THAT(component_options(registry),
              ElementsAre("mask lab/Mine, default of its kind",
                          "mask lab/Mine.next.length: integer, required",
                          "mask lab/Mine.next: component of kind mask, default that of its kind",
                          "mask lab/Mine.rate: number, default 0.5, >= 0"));
}

}  // namespace
}  // namespace facet
